package io.personalizeoperator.decision;

import io.personalizeoperator.account.RemoteKind;
import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.account.Snapshot;
import io.personalizeoperator.api.LifecycleStatus;
import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.aws.Arn;
import io.personalizeoperator.decision.OwnerTags.Owner;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/**
 * All that a decision is made from, gathered before it.
 *
 * @param resource the custom resource
 * @param before the common part of the status as last reported, with what this pass has published
 * @param now the time of the pass
 * @param parents what it depends on, in the order of the kind's references
 * @param revisions the AWS resources that carry it out, the one that its conditions speak of first
 * @param related what the account view has of other kinds that belong to it
 * @param neighbours other custom resources that its kind looks at
 * @param dependents other custom resources that refer to it
 * @param publication what the ConfigMap that it publishes to has of it
 * @param account the account of the credentials, if it is known
 * @param region the region of the client, if it is known
 * @param owner the tags of an owner
 * @param attempts the calls that failed and have not worked since
 * @param outcomes what became of the actions of this pass so far
 * @param specSeen since when this process has known the spec as it is
 * @param <R> the kind
 * @param <D> the details that AWS gives of it
 */
public record Observed<R extends PersonalizeResource<?, ?>, D>(
    R resource,
    LifecycleStatus before,
    Instant now,
    List<Parent> parents,
    List<Revision<D>> revisions,
    Map<RemoteKind<?>, Snapshot<?>> related,
    List<PersonalizeResource<?, ?>> neighbours,
    List<PersonalizeResource<?, ?>> dependents,
    Publication publication,
    Optional<String> account,
    Optional<String> region,
    OwnerTags owner,
    Attempts attempts,
    List<Outcome> outcomes,
    Instant specSeen) {

  /** The revision that the resource's own conditions speak of. */
  public Revision<D> revision() {
    return revisions.getFirst();
  }

  /** What the account view has of that revision. */
  public Snapshot<D> snapshot() {
    return revision().snapshot();
  }

  /** The resource in AWS behind that revision, if there is one. */
  public Optional<RemoteResource<D>> live() {
    return revision().live();
  }

  /** What the account view has of a kind that belongs to the resource. */
  @SuppressWarnings("unchecked")
  public <M> Snapshot<M> related(RemoteKind<M> kind) {
    return (Snapshot<M>) Objects.requireNonNull(related.get(kind));
  }

  /** The parent of a kind. */
  public Parent parent(Class<? extends PersonalizeResource<?, ?>> kind) {
    return parents.stream()
        .filter(p -> p.reference().kind() == kind)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No parent of kind " + kind));
  }

  /** The ARN of the parent of a kind, once it has one. */
  public Optional<String> arnOf(Class<? extends PersonalizeResource<?, ?>> kind) {
    return parent(kind).arn();
  }

  /** The ARN of the parent of a kind, for a creation: then every parent is ready. */
  public String parentArn(Class<? extends PersonalizeResource<?, ?>> kind) {
    return arnOf(kind).orElseThrow();
  }

  /** The ARN of a resource in the operator's account and region, when both are known. */
  public Optional<String> arn(String resource) {
    return account.flatMap(
        a ->
            region.map(
                r -> new Arn(PartitionMetadata.of(Region.of(r)).id(), r, a, resource).toString()));
  }

  /**
   * Whether it is proven that a revision is not there, nor comes of a call that may have worked.
   */
  public boolean isGone(Revision<D> revision) {
    boolean justTried =
        attempts.of(Action.Create.class, generation()).stream()
            .anyMatch(a -> a.mayHaveWorked() && a.at().plus(Snapshot.LAG).isAfter(now));
    return revision.live().isEmpty() && revision.snapshot().confirmedAbsent() && !justTried;
  }

  /** Whether nothing is left to do for one that retires: it is gone, or its tags name others. */
  public boolean isRetired(Revision<D> revision) {
    return revision.role() == Role.RETIRING && (isGone(revision) || isOfOthers(revision));
  }

  private boolean isOfOthers(Revision<D> revision) {
    return revision
        .live()
        .flatMap(live -> Optional.ofNullable(live.tags()))
        .filter(tags -> owner.ownerOf(tags) != Owner.OURS)
        .isPresent();
  }

  /** The generation of the spec. */
  public long generation() {
    Long generation = resource.getMetadata().getGeneration();
    return generation == null ? 0 : generation;
  }

  /** Whether AWS was found to match this spec before: what differs now is drift. */
  public boolean isApplied() {
    Long applied = before.appliedGeneration();
    return applied != null && applied == generation();
  }
}
