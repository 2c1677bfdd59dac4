package io.personalizeoperator.decision;

import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.api.LifecycleStatus;
import io.personalizeoperator.api.Ownership;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the status has recorded of one revision. ARN and creation time together are its identity: a
 * resource that somebody created again under the same name has the same ARN but is another one.
 *
 * @param arn its ARN; null before it is known to be ours
 * @param created AWS's creationDateTime; null before AWS has shown it
 * @param awsStatus its status in AWS; null while it is not there
 * @param awsLastUpdated AWS's lastUpdatedDateTime when it was last found to be as wanted
 * @param ownership how the operator came to it
 * @param tagKeys keys of the user's tags that were last set
 */
public record RevisionRecord(
    @Nullable String arn,
    @Nullable Instant created,
    @Nullable String awsStatus,
    @Nullable Instant awsLastUpdated,
    @Nullable Ownership ownership,
    @Nullable List<String> tagKeys) {
  /** Nothing was reported yet. */
  public static final RevisionRecord NONE = new RevisionRecord(null, null, null, null, null, null);

  /** That of the only, or the serving, revision: the status itself. */
  public static RevisionRecord of(LifecycleStatus status) {
    return new RevisionRecord(
        status.arn(),
        status.awsCreated(),
        status.awsStatus(),
        status.awsLastUpdated(),
        status.ownership(),
        status.tagKeys());
  }

  /** A status that speaks of this revision. */
  public LifecycleStatus onto(LifecycleStatus status) {
    return new LifecycleStatus(
        status.observedGeneration(),
        arn,
        created,
        awsStatus,
        awsLastUpdated,
        ownership,
        status.recreated(),
        status.published(),
        tagKeys,
        status.appliedGeneration(),
        status.conditions());
  }

  /** The same of what is not there now, or is not ours. */
  RevisionRecord absent() {
    return new RevisionRecord(arn, created, null, awsLastUpdated, ownership, tagKeys);
  }

  /** Whether a resource in AWS is the one that was recorded. */
  public boolean isOf(RemoteResource<?> live) {
    boolean sameCreation =
        created == null || live.createdInAws().isEmpty() || live.summary().isSameCreation(created);
    return live.arn().equals(arn) && sameCreation;
  }
}
