package io.personalizeoperator.decision;

import io.personalizeoperator.account.RemoteKind;
import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.account.Snapshot;
import io.personalizeoperator.api.CommonStatus;
import io.personalizeoperator.api.PersonalizeResource;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.personalize.model.PersonalizeRequest;

/**
 * What one kind gives the shared life cycle: its traits, what it depends on, the AWS resources that
 * carry it out, and, once a pass has observed them, what it wants. All of it is pure: no client, no
 * clock, no logger.
 *
 * @param <R> the custom resource
 * @param <D> the details that AWS gives of it
 */
public interface KindDecider<R extends PersonalizeResource<?, ?>, D> {
  /** What is always true of the kind. */
  Traits traits();

  /** What it depends on, from its spec. */
  default List<ParentReference> references(R resource) {
    return List.of();
  }

  /**
   * The AWS resources that carry it out, as wanted now or recorded before; the one that its own
   * conditions speak of first. Most kinds have one, of the manifest's name.
   */
  default List<RevisionPlan> revisions(R resource, List<Parent> parents) {
    return single(Optional.of(traits().arnType() + "/" + resource.awsName()), resource);
  }

  /**
   * The same, where it depends on the time and on what the pass has done so far.
   *
   * @param now the time of the pass
   * @param outcomes what became of the actions of the pass so far
   */
  default List<RevisionPlan> revisions(
      R resource, List<Parent> parents, Instant now, List<Outcome> outcomes) {
    return revisions(resource, parents);
  }

  /** The resource in AWS that a plan speaks of, among those of its group. */
  default Optional<RemoteResource<D>> find(
      R resource, List<Parent> parents, RevisionPlan plan, Snapshot<D> snapshot) {
    return snapshot.newest();
  }

  /**
   * The same, where it depends on what a list of this pass has shown.
   *
   * @param outcomes what became of the actions of the pass so far
   */
  default Optional<RemoteResource<D>> find(
      R resource,
      List<Parent> parents,
      RevisionPlan plan,
      Snapshot<D> snapshot,
      List<Outcome> outcomes) {
    return find(resource, parents, plan, snapshot);
  }

  /** The other kinds in the account view that belong to it, each with its group. */
  default Map<RemoteKind<?>, String> related(R resource, List<Parent> parents) {
    return Map.of();
  }

  /**
   * What the manifest names of AWS though no custom resource stands for it, in the words that AWS's
   * answer has when it does not exist: ARNs, or the end of one.
   */
  default List<String> namedInAws(R resource) {
    return references(resource).stream().flatMap(reference -> reference.arn().stream()).toList();
  }

  /** What may be meant by a name that AWS does not have, if something is similar. */
  default Optional<String> similarTo(String name) {
    return Optional.empty();
  }

  /** What it wants of AWS in one pass; what follows from the observation is found out once. */
  Intent<D> intent(Observed<R, D> observed);

  /** The call that deletes one; not asked of kinds that AWS cannot delete. */
  PersonalizeRequest delete(String arn);

  /**
   * By when the next call has to have worked, as far as the status shows: passes that begin at the
   * same instant begin in the order of these times.
   *
   * @param status as last reported; null before the first report
   * @return Instant.MAX where nothing hurries
   */
  default Instant neededBy(@Nullable CommonStatus status, Instant at) {
    return Instant.MAX;
  }

  /**
   * A resource that one AWS resource carries out.
   *
   * @param arnsResource the resource part of its ARN; empty until a parent has it
   */
  static List<RevisionPlan> single(
      Optional<String> arnsResource, PersonalizeResource<?, ?> resource) {
    return List.of(
        new RevisionPlan(
            resource.awsName(),
            Role.SERVING,
            arnsResource,
            arnsResource,
            RevisionRecord.of(resource.lifecycle())));
  }
}
