package io.personalizeoperator.decision;

import io.personalizeoperator.account.RemoteKind;
import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.api.CommonStatus;
import io.personalizeoperator.api.LifecycleStatus;
import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.status.Notice;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.personalize.model.PersonalizeRequest;
import software.amazon.awssdk.services.personalize.model.Tag;

/**
 * What one kind tells the shared life cycle: its name, what it depends on, what differs, what to
 * ask of AWS. All of it is pure: no client, no clock, no logger.
 *
 * @param <R> the custom resource
 * @param <D> the details that AWS gives of it
 */
public interface KindDecider<R extends PersonalizeResource<?, ?>, D> {
  /** What people call it, such as {@code dataset group}. */
  String noun();

  /** What it depends on, from its spec. */
  List<ParentReference> references(R resource);

  /**
   * The group of the account view in which it is found: the resource part of its ARN, or for jobs
   * what they have in common. Empty while a parent has to tell it.
   */
  Optional<String> group(R resource, List<Parent> parents);

  /** The call that makes it; every parent is ready and nothing is waited for. */
  PersonalizeRequest create(Observed<R, D> observed, List<Tag> tags);

  /** The call that deletes it; empty for what AWS cannot delete (jobs). */
  Optional<PersonalizeRequest> delete(String arn);

  /** The status to report, around the common part. */
  CommonStatus status(
      Observed<R, D> observed, LifecycleStatus common, Optional<RemoteResource<D>> live);

  /** Whether data is lost with it, so that it is never made again without the user's word. */
  default boolean holdsData() {
    return false;
  }

  /** Whether AWS lets it carry tags. */
  default boolean isTaggable() {
    return true;
  }

  /** Whether its drift shows in the details only, which cost a Describe when AWS changed it. */
  default boolean needsDetails() {
    return false;
  }

  /** Whether a failed creation can be put right by an update instead of a new creation. */
  default boolean isRepairableWhenFailed() {
    return false;
  }

  /** The other kinds in the account view that belong to it, each with its group. */
  default Map<RemoteKind<?>, String> related(R resource, List<Parent> parents) {
    return Map.of();
  }

  /** The resource in AWS that the manifest speaks of now, among those of its group. */
  default Optional<RemoteResource<D>> current(Observed<R, D> observed) {
    return observed.snapshot().newest();
  }

  /** The resource part of the ARN that a creation meets when its name is taken. */
  default Optional<String> expectedResource(Observed<R, D> observed) {
    return group(observed.resource(), observed.parents());
  }

  /** The ARN that the current resource is known to have had, if it was there before. */
  default Optional<String> knownArn(Observed<R, D> observed) {
    return Optional.ofNullable(observed.before().arn());
  }

  /** What its creation waits for beside parents that are not ready. */
  default Optional<Verdict> waitsFor(Observed<R, D> observed) {
    return Optional.empty();
  }

  /** In what it differs from the manifest that AWS cannot change; each in a few words. */
  default List<String> immutableDifferences(Observed<R, D> observed, D details) {
    return List.of();
  }

  /** In what it differs that AWS can change. */
  default Drift drift(Observed<R, D> observed, RemoteResource<D> live) {
    return Drift.NONE;
  }

  /**
   * Whether what is wanted now is what was last found in force. Beside the spec it can depend on
   * parents and on the time.
   */
  default boolean isAsApplied(Observed<R, D> observed) {
    return true;
  }

  /** The next moment at which the decision can differ though nothing has changed. */
  default Optional<Instant> nextChange(Observed<R, D> observed) {
    return Optional.empty();
  }

  /**
   * For when the call of this pass has to have worked: of the calls that wait for the rate limit
   * the one with the earliest time goes first.
   *
   * @return Instant.MAX where nothing hurries
   */
  default Instant neededBy(Observed<R, D> observed) {
    return Instant.MAX;
  }

  /**
   * The same of a pass that is still to come, as far as the status tells: passes that begin at the
   * same instant begin in the order of these times.
   *
   * @param status as last reported; null before the first report
   * @return Instant.MAX where nothing hurries
   */
  default Instant neededBy(CommonStatus status, Instant at) {
    return Instant.MAX;
  }

  /** What is worth telling of a step from the status as it was to the next one. */
  default List<Notice> news(Observed<R, D> observed, CommonStatus next) {
    return List.of();
  }

  /** How a creation under way is reported. */
  default Reason creatingReason() {
    return Reason.Creating;
  }

  /** How a failed creation is reported. */
  default Reason failedReason() {
    return Reason.CreateFailed;
  }

  /** What the user does to have a failed creation tried again; empty where nothing helps. */
  default Optional<String> howToTryAgain() {
    return delete("").map(possible -> Recreation.how());
  }

  /** The kind's own policy once the resource is ACTIVE and as the manifest says. */
  default Step whenActive(Observed<R, D> observed, RemoteResource<D> live) {
    return Step.rest(Verdict.settled(Reason.Active, "The " + noun() + " is ACTIVE."));
  }

  /** What has to be done before the deletion; empty when nothing has. */
  default Optional<Step> beforeDelete(Observed<R, D> observed, RemoteResource<D> live) {
    return Optional.empty();
  }
}
