package io.personalizeoperator.decision;

import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.account.Snapshot;
import io.personalizeoperator.api.CommonSpec;
import io.personalizeoperator.api.Ownership;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One revision in one pass: what every concern looks at, with what they share found out once.
 *
 * @param observed all that was observed
 * @param revision the revision
 * @param kind what its kind gives the shared life cycle
 * @param intent what the custom resource wants in this pass
 * @param differences in what it differs from the manifest that AWS cannot change; none while its
 *     details are not known
 * @param ownership how the operator came to the revision, if it is ours
 * @param <D> the details that AWS gives of it
 */
record Subject<D>(
    Observed<?, D> observed,
    Revision<D> revision,
    KindDecider<?, D> kind,
    Intent<D> intent,
    List<String> differences,
    Optional<Ownership> ownership) {

  static <D> Subject<D> of(
      Observed<?, D> observed, Revision<D> revision, KindDecider<?, D> kind, Intent<D> intent) {
    List<String> differences =
        revision
            .live()
            .flatMap(live -> Optional.ofNullable(live.details()))
            .map(details -> intent.immutableDifferences(revision, details))
            .orElse(List.of());
    Subject<D> unowned =
        new Subject<>(observed, revision, kind, intent, differences, Optional.empty());
    return new Subject<>(
        observed, revision, kind, intent, differences, OwnershipConcern.of(unowned));
  }

  Traits traits() {
    return kind.traits();
  }

  /** The resource in AWS; for concerns of what is there. */
  RemoteResource<D> live() {
    return revision.present();
  }

  Snapshot<D> snapshot() {
    return revision.snapshot();
  }

  RevisionRecord recorded() {
    return revision.recorded();
  }

  CommonSpec spec() {
    return observed.resource().getSpec();
  }

  Instant now() {
    return observed.now();
  }

  boolean isOurs() {
    return ownership.isPresent();
  }

  /**
   * Whether it is what the manifest says, as far as AWS cannot change it; the details are known.
   */
  boolean isAsWanted() {
    return live().details() != null && differences.isEmpty();
  }

  /** The ARN that it has, or will have, as far as that is known. */
  Optional<String> expectedArn() {
    return revision.plan().expected().flatMap(observed::arn);
  }

  /** The tags that it should have; none for kinds without. */
  Map<String, String> wantedTags() {
    return traits().isTaggable() ? observed.owner().with(spec().tags()) : Map.of();
  }

  /** Whether it is proven that it is not there, nor comes of a call that may have worked. */
  boolean isGone() {
    return observed.isGone(revision);
  }

  /** Whether it is ours, in the account and region that the status speaks of. */
  boolean isOursHere() {
    return isOurs() && AccountConcern.look(observed).isEmpty();
  }

  /**
   * What is to be recorded of it.
   *
   * @param isAsWanted whether it was found as the manifest says
   */
  RevisionRecord recordedNow(boolean isAsWanted) {
    RevisionRecord before = recorded();
    if (!isOursHere()) {
      return snapshot().synced() ? before.absent() : before;
    }
    RemoteResource<D> live = live();
    return new RevisionRecord(
        live.arn(),
        live.createdInAws().orElse(null),
        live.status(),
        isAsWanted ? live.summary().lastUpdated() : before.awsLastUpdated(),
        ownership.orElseThrow(),
        TagsConcern.keysSet(this));
  }

  /** Without an action that only what is ours may be acted upon with, where this is not ours. */
  Finding guarded(Finding finding) {
    boolean forbidden = !isOurs() && finding.action().filter(Action::needsOwnership).isPresent();
    return forbidden ? finding.withoutAction() : finding;
  }
}
