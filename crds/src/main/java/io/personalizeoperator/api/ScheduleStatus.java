package io.personalizeoperator.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far one schedule was carried out.
 *
 * @param name Name of the schedule.
 * @param schedule Its cron expression and zone. If either changes, the schedule starts from that
 *     moment.
 * @param handledUntil Every tick up to this time is decided: run, missed or not needed.
 * @param suspended True while the schedule is suspended: its ticks are ignored.
 * @param lastScheduleTime The tick that was last run.
 * @param nextScheduleTime The next tick.
 * @param missed How many ticks were missed, since the schedule was first seen.
 * @param lastMissedTime The last tick that was missed.
 * @param lastMissedReason Why it was missed.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ScheduleStatus(
    @JsonPropertyDescription("Name of the schedule.") String name,
    @JsonPropertyDescription(
            "Its cron expression and time zone. If either changes, the schedule starts from that moment.")
        String schedule,
    @JsonPropertyDescription(
            "Every tick up to this time is decided: it was run, was missed or was not needed.")
        Instant handledUntil,
    @JsonPropertyDescription("True while the schedule is suspended: its ticks are ignored.")
        @Nullable Boolean suspended,
    @JsonPropertyDescription("The tick that was last run.") @Nullable Instant lastScheduleTime,
    @JsonPropertyDescription("The next tick.") @Nullable Instant nextScheduleTime,
    @JsonPropertyDescription("How many ticks were missed since the schedule was first seen.")
        @Nullable Integer missed,
    @JsonPropertyDescription("The last tick that was missed.") @Nullable Instant lastMissedTime,
    @JsonPropertyDescription("Why it was missed.") @Nullable String lastMissedReason) {}
