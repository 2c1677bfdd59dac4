package io.personalizeoperator.api.solution;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.personalizeoperator.api.CommonStatus;
import io.personalizeoperator.api.LifecycleStatus;
import io.personalizeoperator.api.ScheduleStatus;
import io.personalizeoperator.api.UpdateStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a solution.
 *
 * @param lifecycle the part that every kind has
 * @param latestVersion The newest solution version.
 * @param promotedVersion The solution version that campaigns follow.
 * @param heldVersion ARN of the version that the promote annotation named last; no other is
 *     promoted until the annotation is auto.
 * @param lastScheduleTime The tick that was last run.
 * @param nextScheduleTime The next tick of all schedules.
 * @param schedules How far each schedule was carried out.
 * @param history The newest versions, oldest first, with the promoted one and those under way.
 * @param lastTrainRequest Value of the train annotation that was last acted on.
 * @param cost Training hours of the month.
 * @param latestUpdate The last update of the solution; absent until there is one.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SolutionStatus(
    @JsonUnwrapped @Nullable LifecycleStatus lifecycle,
    @JsonPropertyDescription("The newest solution version.")
        @Nullable SolutionVersionStatus latestVersion,
    @JsonPropertyDescription("The solution version that campaigns follow.")
        @Nullable PromotedVersion promotedVersion,
    @JsonPropertyDescription(
            "ARN of the version that the promote annotation named last. No other is promoted until the annotation is auto.")
        @Nullable String heldVersion,
    @JsonPropertyDescription("The tick that was last run.") @Nullable Instant lastScheduleTime,
    @JsonPropertyDescription("The next tick of all schedules.") @Nullable Instant nextScheduleTime,
    @JsonPropertyDescription("How far each schedule was carried out.")
        @Nullable List<ScheduleStatus> schedules,
    @JsonPropertyDescription(
            "The newest versions, oldest first, with the promoted one and those under way.")
        @Nullable List<SolutionVersionStatus> history,
    @JsonPropertyDescription("Value of the train annotation that was last acted on.")
        @Nullable String lastTrainRequest,
    @JsonPropertyDescription("Training hours of the month.") @Nullable TrainingCost cost,
    @JsonPropertyDescription("The last update of the solution; absent until there is one.")
        @Nullable UpdateStatus latestUpdate)
    implements CommonStatus {

  /** Nothing known but the common part. */
  public static SolutionStatus of(LifecycleStatus common) {
    return new SolutionStatus(common, null, null, null, null, null, null, null, null, null, null);
  }

  /** The same with another common part. */
  public SolutionStatus with(LifecycleStatus common) {
    return new SolutionStatus(
        common,
        latestVersion,
        promotedVersion,
        heldVersion,
        lastScheduleTime,
        nextScheduleTime,
        schedules,
        history,
        lastTrainRequest,
        cost,
        latestUpdate);
  }

  /** The same with another promoted version. */
  public SolutionStatus withPromotedVersion(@Nullable PromotedVersion now) {
    return new SolutionStatus(
        lifecycle,
        latestVersion,
        now,
        heldVersion,
        lastScheduleTime,
        nextScheduleTime,
        schedules,
        history,
        lastTrainRequest,
        cost,
        latestUpdate);
  }

  /** The same with other schedules. */
  public SolutionStatus withSchedules(List<ScheduleStatus> now) {
    return new SolutionStatus(
        lifecycle,
        latestVersion,
        promotedVersion,
        heldVersion,
        lastScheduleTime,
        nextScheduleTime,
        now.isEmpty() ? null : now,
        history,
        lastTrainRequest,
        cost,
        latestUpdate);
  }
}
