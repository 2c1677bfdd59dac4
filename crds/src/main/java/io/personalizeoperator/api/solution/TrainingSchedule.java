package io.personalizeoperator.api.solution;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.personalizeoperator.api.ScheduleLimits;
import org.jspecify.annotations.Nullable;

/**
 * When a solution is trained again and again, in the words of CronJob.
 *
 * @param name Name of the schedule, unique in its list: at most 20 lower-case letters, digits and
 *     -. The names of its solution versions begin with it.
 * @param mode FULL (all data) or UPDATE (new items only).
 * @param cron Minute, hour, day of month, month, day of week; or a nickname such as @weekly.
 * @param timeZone Zone of cron, by its IANA name. Default: UTC.
 * @param startingDeadline How long after its time a training may still start, such as 6h. After
 *     that the tick is missed. Default: 1h for a schedule that runs more than once a day, else 6h.
 * @param suspend While true, the schedule's ticks are ignored. They are not caught up. Default:
 *     false.
 */
@ValidationRule(value = ScheduleLimits.CRON_HAS_FIELDS, message = ScheduleLimits.CRON_MESSAGE)
@ValidationRule(
    value = ScheduleLimits.DEADLINE_IS_POSITIVE,
    message = ScheduleLimits.DEADLINE_MESSAGE)
@JsonIgnoreProperties(ignoreUnknown = true)
public record TrainingSchedule(
    @Required
        @Pattern(ScheduleLimits.NAME)
        @Size(min = 1, max = ScheduleLimits.NAME_LENGTH)
        @JsonPropertyDescription(
            "Name of the schedule, unique in its list: at most 20 lower-case letters, digits and -. The names of its solution versions begin with it.")
        String name,
    @Required @JsonPropertyDescription("FULL (all data) or UPDATE (new items only).")
        TrainingMode mode,
    @Required
        @Size(min = 1, max = ScheduleLimits.CRON_LENGTH)
        @JsonPropertyDescription(
            "Minute, hour, day of month, month, day of week; or a nickname such as @weekly.")
        String cron,
    @Size(min = 1, max = ScheduleLimits.ZONE_LENGTH)
        @JsonPropertyDescription("Zone of cron, by its IANA name. Default: UTC.")
        @Nullable String timeZone,
    @Pattern(ScheduleLimits.DURATION)
        @Size(min = 2, max = ScheduleLimits.DURATION_LENGTH)
        @JsonPropertyDescription(
            "How long after its time a training may still start, such as 6h. After that the tick is missed. Default: 1h for a schedule that runs more than once a day, else 6h.")
        @Nullable String startingDeadline,
    @JsonPropertyDescription(
            "While true, the schedule's ticks are ignored. They are not caught up. Default: false.")
        @Nullable Boolean suspend) {
  /** Whether the user has suspended the schedule. */
  public boolean suspended() {
    return Boolean.TRUE.equals(suspend);
  }
}
