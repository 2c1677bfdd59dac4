package io.personalizeoperator.api.campaign;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.personalizeoperator.api.Limits;
import io.personalizeoperator.api.ScheduleLimits;
import org.jspecify.annotations.Nullable;

/**
 * A planned rise of minProvisionedTPS: once (start, with end or duration), or again and again
 * (cron, with duration).
 *
 * @param name Name of the spike, unique in its list: at most 63 lower-case letters, digits and -.
 * @param start When the expected traffic begins: a local time such as 2026-11-27T00:00, in
 *     timeZone, or an instant such as 2026-11-26T23:00Z. Set this or cron.
 * @param end When it is over, in the same two forms. Only with start. Set this or duration.
 * @param duration How long it lasts, in real time: hours, minutes and seconds such as 4h or 1h30m,
 *     at most 744h (31 days).
 * @param cron When it begins, again and again: minute, hour, day of month, month, day of week. Goes
 *     with duration. Set this or start.
 * @param timeZone Zone of the local times and of cron, by its IANA name. Default: UTC.
 * @param minProvisionedTPS Requests per second to provision at least, from leadTime before the
 *     start until the end. The highest of the base and all spikes applies.
 * @param leadTime How long before the start to raise the capacity, at most 24h. When updates have
 *     taken longer of late, it is raised earlier, by up to twice this. Default: 30m.
 * @param suspend While true, the spike is ignored. Default: false.
 */
@ValidationRule(
    value = "has(self.start) != has(self.cron)",
    message =
        "set exactly one of start (for a spike that occurs once) and cron (for one that recurs)")
@ValidationRule(
    value = "!has(self.start) || has(self.end) != has(self.duration)",
    message = "start: set exactly one of end and duration too")
@ValidationRule(
    value = "!has(self.cron) || has(self.duration)",
    message = "cron: set duration too, which says how long each window lasts")
@ValidationRule(
    value = "!has(self.cron) || !has(self.end)",
    message =
        "end: remove it, because cron needs duration instead, which says how long each window lasts")
@ValidationRule(
    value =
        "!has(self.cron) || self.cron.matches('^\\\\s*(@[a-z]+|[^\\\\s@]+(\\\\s+[^\\\\s@]+){4})\\\\s*$')",
    message = "cron: set five fields: minute, hour, day of month, month, day of week")
@ValidationRule(
    value =
        "!has(self.start) || !has(self.end) || self.start.matches("
            + Spike.WITH_ZONE
            + ") != self.end.matches("
            + Spike.WITH_ZONE
            + ") || "
            + Spike.END_AS_TIMESTAMP
            + " > "
            + Spike.START_AS_TIMESTAMP,
    message = "end: must be later than start")
@ValidationRule(
    value =
        "!has(self.start) || !has(self.end) || self.start.matches("
            + Spike.WITH_ZONE
            + ") != self.end.matches("
            + Spike.WITH_ZONE
            + ") || "
            + Spike.END_AS_TIMESTAMP
            + " - "
            + Spike.START_AS_TIMESTAMP
            + " <= duration('744h')",
    message = "end: must be at most 31 days (744h) after start")
@ValidationRule(
    value =
        "!has(self.duration) || (duration(self.duration) > duration('0s') && duration(self.duration) <= duration('744h'))",
    message = "duration: must be longer than 0 and at most 744h (31 days)")
@ValidationRule(
    value = "!has(self.leadTime) || duration(self.leadTime) <= duration('24h')",
    message = "leadTime: must be at most 24h")
@JsonIgnoreProperties(ignoreUnknown = true)
public record Spike(
    @Required
        @Pattern(Spike.NAME)
        @Size(min = 1, max = Spike.NAME_LENGTH)
        @JsonPropertyDescription(
            "Name of the spike, unique in its list: at most 63 lower-case letters, digits and -.")
        String name,
    @Pattern(Spike.TIME)
        @Size(max = Spike.TIME_LENGTH)
        @JsonPropertyDescription(
            "When the expected traffic begins: a local time such as 2026-11-27T00:00, in timeZone, or an instant such as 2026-11-26T23:00Z. Set this or cron.")
        @Nullable String start,
    @Pattern(Spike.TIME)
        @Size(max = Spike.TIME_LENGTH)
        @JsonPropertyDescription(
            "When it is over, in the same two forms. Only with start. Set this or duration.")
        @Nullable String end,
    @Pattern(ScheduleLimits.DURATION)
        @Size(min = 2, max = ScheduleLimits.DURATION_LENGTH)
        @JsonPropertyDescription(
            "How long it lasts, in real time: hours, minutes and seconds such as 4h or 1h30m, at most 744h (31 days).")
        @Nullable String duration,
    @Size(max = ScheduleLimits.CRON_LENGTH)
        @JsonPropertyDescription(
            "When it recurs, as a cron expression: minute, hour, day of month, month, day of week. Only with duration. Set this or start.")
        @Nullable String cron,
    @Size(min = 1, max = ScheduleLimits.ZONE_LENGTH)
        @JsonPropertyDescription(
            "Zone of the local times and of cron, by its IANA name. Default: UTC.")
        @Nullable String timeZone,
    @Required
        @Min(1)
        @Max(Limits.INTEGER)
        @JsonPropertyDescription(
            "Requests per second to provision at least, from leadTime before the start until the end. The highest of the base and all spikes applies.")
        Integer minProvisionedTPS,
    @Pattern(ScheduleLimits.DURATION)
        @Size(min = 2, max = ScheduleLimits.DURATION_LENGTH)
        @JsonPropertyDescription(
            "How long before the start to raise the capacity, at most 24h. If recent updates took longer, it is raised earlier, at most twice this before the start. Default: 30m.")
        @Nullable String leadTime,
    @JsonPropertyDescription("While true, the spike is ignored. Default: false.")
        @Nullable Boolean suspend) {
  /** Most spikes in one list; it bounds what the rules cost the API server. */
  public static final int LIST_SIZE = 50;

  public static final String NAME = "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$";
  public static final int NAME_LENGTH = 63;
  public static final String TIME =
      "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?(Z|[+-](0[0-9]|1[0-8]):[0-5][0-9])?$";
  public static final int TIME_LENGTH = 25;

  /** CEL literal of a pattern: a time that is an instant. */
  public static final String WITH_ZONE = "'(Z|[+-][0-9]{2}:[0-9]{2})$'";

  /** CEL: start, whose seconds and zone may be missing. Local times compare as though in UTC. */
  public static final String START_AS_TIMESTAMP =
      "timestamp((self.start.matches('T[0-9:]{8}') ? self.start : self.start.substring(0, 16) + ':00' + self.start.substring(16)) + (self.start.matches("
          + WITH_ZONE
          + ") ? '' : 'Z'))";

  /** CEL: end, likewise. */
  public static final String END_AS_TIMESTAMP =
      "timestamp((self.end.matches('T[0-9:]{8}') ? self.end : self.end.substring(0, 16) + ':00' + self.end.substring(16)) + (self.end.matches("
          + WITH_ZONE
          + ") ? '' : 'Z'))";

  /** Whether the user has suspended the spike. */
  public boolean suspended() {
    return Boolean.TRUE.equals(suspend);
  }
}
