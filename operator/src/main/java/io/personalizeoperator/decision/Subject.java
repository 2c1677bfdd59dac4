package io.personalizeoperator.decision;

import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.account.Snapshot;
import io.personalizeoperator.api.CommonSpec;
import io.personalizeoperator.api.Ownership;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One revision in one pass: what every concern looks at, with what they share found out once.
 *
 * @param observed all that was observed
 * @param revision the revision
 * @param kind what its kind gives the shared life cycle
 * @param intent what the custom resource wants in this pass
 * @param ownership how the operator came to the revision, if it is ours
 * @param <D> the details that AWS gives of it
 */
record Subject<D>(
    Observed<?, D> observed,
    Revision<D> revision,
    KindDecider<?, D> kind,
    Intent<D> intent,
    Optional<Ownership> ownership) {

  static <D> Subject<D> of(
      Observed<?, D> observed, Revision<D> revision, KindDecider<?, D> kind, Intent<D> intent) {
    Subject<D> unowned = new Subject<>(observed, revision, kind, intent, Optional.empty());
    return new Subject<>(observed, revision, kind, intent, OwnershipConcern.of(unowned));
  }

  Traits traits() {
    return kind.traits();
  }

  /** The resource in AWS; for concerns of what is there. */
  RemoteResource<D> live() {
    return revision.live().orElseThrow();
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

  /** The ARN that it has, or will have, as far as that is known. */
  Optional<String> expectedArn() {
    return revision.plan().expected().flatMap(observed::arn);
  }

  /** The tags that it should have; none for kinds without. */
  Map<String, String> wantedTags() {
    return traits().isTaggable() ? observed.owner().with(spec().tags()) : Map.of();
  }

  /** Whether an action has failed for this spec and not worked since. */
  boolean hasFailed(Action action) {
    return observed
        .attempts()
        .of(action.key())
        .filter(attempt -> attempt.generation() == observed.generation())
        .isPresent();
  }
}
