package io.personalizeoperator.api.filter;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.personalizeoperator.api.ScheduleLimits;
import org.jspecify.annotations.Nullable;

/**
 * When and how a filter is replaced by one whose expression has the date of the day.
 *
 * @param cron When the expression is rendered again: minute, hour, day of month, month, day of
 *     week.
 * @param timeZone Zone of cron and of the functions of time in the expression, by its IANA name.
 *     Default: UTC.
 * @param gracePeriod How long a replaced filter stays for callers that still use its ARN, at most
 *     168h. Default: 10m.
 * @param leadTime How long before the tick to create the next filter, so that it is ACTIVE at the
 *     tick, at most 24h. Default: 0s.
 * @param strategy CreateFirst: the next filter is ACTIVE before the old one goes, which needs room
 *     for one more filter. DeleteFirst: the old one goes first, and none serves until the next is
 *     ACTIVE. Default: CreateFirst.
 * @param suspend While true, ticks are ignored. Default: false.
 */
@ValidationRule(
    value = "!has(self.cron) || " + ScheduleLimits.CRON_HAS_FIELDS,
    message = ScheduleLimits.CRON_MESSAGE)
@ValidationRule(
    value = "!has(self.gracePeriod) || duration(self.gracePeriod) <= duration('168h')",
    message = "gracePeriod: must be at most 168h (7 days)")
@ValidationRule(
    value = "!has(self.leadTime) || duration(self.leadTime) <= duration('24h')",
    message = "leadTime: must be at most 24h")
@ValidationRule(
    value = "!has(self.leadTime) || has(self.cron)",
    message = "leadTime: set cron too, or remove leadTime")
@JsonIgnoreProperties(ignoreUnknown = true)
public record FilterRotation(
    @Size(max = ScheduleLimits.CRON_LENGTH)
        @JsonPropertyDescription(
            "When the expression is rendered again, as a cron expression: minute, hour, day of month, month, day of week. Default: never; then now is the time at which this resource was created.")
        @Nullable String cron,
    @Size(min = 1, max = ScheduleLimits.ZONE_LENGTH)
        @JsonPropertyDescription(
            "Zone of cron and of the functions of time in the expression, by its IANA name. Default: UTC.")
        @Nullable String timeZone,
    @Pattern(ScheduleLimits.DURATION)
        @Size(min = 2, max = ScheduleLimits.DURATION_LENGTH)
        @JsonPropertyDescription(
            "How long a replaced filter stays for callers that still use its ARN, at most 168h. The next replacement waits until it is gone. Default: 10m.")
        @Nullable String gracePeriod,
    @Pattern(ScheduleLimits.DURATION)
        @Size(min = 2, max = ScheduleLimits.DURATION_LENGTH)
        @JsonPropertyDescription(
            "How long before a tick to create the next filter, so that it can serve from the tick on, at most 24h. Default: 0s.")
        @Nullable String leadTime,
    @JsonPropertyDescription(
            "CreateFirst: the next filter is ACTIVE before the old one is deleted, which needs room for one more filter in the dataset group. DeleteFirst: the old one is deleted first, and no filter serves until the next one is ACTIVE. Default: CreateFirst.")
        @Nullable RotationStrategy strategy,
    @JsonPropertyDescription("While true, ticks of cron are ignored. Default: false.")
        @Nullable Boolean suspend) {

  /** Whether the user has suspended the rotation. */
  public boolean suspended() {
    return Boolean.TRUE.equals(suspend);
  }

  /** Whether the old filter goes before the next one is created. */
  public boolean deletesFirst() {
    return strategy == RotationStrategy.DeleteFirst;
  }
}
