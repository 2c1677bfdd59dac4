package io.personalizeoperator.decision;

import io.personalizeoperator.api.CommonStatus;
import io.personalizeoperator.status.Notice;
import io.personalizeoperator.status.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.personalize.model.PersonalizeRequest;
import software.amazon.awssdk.services.personalize.model.Tag;

/**
 * What a custom resource wants of AWS in one pass, made from what the pass observed.
 *
 * @param <D> the details that AWS gives of it
 */
public interface Intent<D> {
  /** The call that makes a revision; every parent is ready and nothing is waited for. */
  PersonalizeRequest create(Revision<D> revision, List<Tag> tags);

  /** The status to report, around the common part. */
  CommonStatus status(Report report);

  /** What its creation waits for beside parents that are not ready. */
  default Optional<Verdict> waitsFor() {
    return Optional.empty();
  }

  /**
   * What has to be found out before its creation, once every parent is ready and nothing is waited
   * for; empty when nothing has.
   */
  default Optional<Finding> beforeCreate(Revision<D> revision) {
    return Optional.empty();
  }

  /**
   * When last changed what AWS judges its creation by: one that AWS refused before that is sent
   * again at once.
   */
  default Optional<Instant> surroundingsChanged() {
    return Optional.empty();
  }

  /** In what it differs from the manifest that AWS cannot change; each in a few words. */
  default List<String> immutableDifferences(Revision<D> revision, D details) {
    return List.of();
  }

  /** In what it differs that AWS can change; the details are known. */
  default Drift drift(Revision<D> revision) {
    return Drift.NONE;
  }

  /**
   * What the kind's own concerns find about a resource that is there and ours, and neither in
   * transition nor beyond repair; nothing where there is no more to say than that it is ACTIVE.
   */
  default List<Finding> upkeep(Revision<D> revision) {
    return List.of();
  }

  /**
   * Which revision is to take the place of the serving one, beside what the revisions need: for
   * kinds that replace what AWS cannot change. The account view has been read.
   */
  default List<Finding> succession() {
    return List.of();
  }

  /** What follows from the failed creation of a revision of ours; empty for what all kinds do. */
  default Optional<Finding> afterFailure(Revision<D> failed) {
    return Optional.empty();
  }

  /**
   * Whether the next revision is there because the manifest has changed, so that the conditions
   * speak of it too; else it is there by schedule.
   */
  default boolean isForManifest(Revision<D> next) {
    return false;
  }

  /**
   * Whether what is wanted now is what was last found in force. Beside the spec it can depend on
   * parents and on the time.
   */
  default boolean isAsApplied() {
    return true;
  }

  /** The next moment at which the decision can differ though nothing has changed. */
  default Optional<Instant> nextChange() {
    return Optional.empty();
  }

  /**
   * By when the calls that everything else waits for (creation, details, ownership) have to have
   * worked.
   *
   * @return Instant.MAX where nothing hurries
   */
  default Instant neededBy() {
    return Instant.MAX;
  }

  /** Whether a revision that has been replaced may be deleted now; else until when it stays. */
  default Optional<Instant> staysUntil(Revision<D> retiring) {
    return Optional.empty();
  }

  /** What is worth telling of a step from the status as it was to the next one. */
  default List<Notice> news(CommonStatus next) {
    return List.of();
  }

  /**
   * Whether something may be in force for a time only, so that it has to be taken back before the
   * resource is left in AWS without a custom resource.
   */
  default boolean isTemporary() {
    return false;
  }

  /** What takes that back from a revision that is there and ours; empty when nothing is left. */
  default Optional<Finding> beforeRelease(Revision<D> revision) {
    return Optional.empty();
  }

  /** What has to be done before the deletion; empty when nothing has. */
  default Optional<Finding> beforeDelete(Revision<D> revision) {
    return Optional.empty();
  }
}
