package io.personalizeoperator.spike;

import io.personalizeoperator.api.campaign.Spike;
import io.personalizeoperator.schedule.CronSchedule;
import io.personalizeoperator.schedule.DurationText;
import io.personalizeoperator.schedule.InvalidScheduleException;
import io.personalizeoperator.schedule.TimeZones;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes a {@link PlannedSpike} of what the manifest says of one, or finds what is wrong with it:
 * all that the CRD refuses too, since an older CRD may lie on the cluster, and what CEL cannot
 * check.
 */
final class SpikeReader {
  private static final Duration LONGEST_WINDOW = Duration.ofDays(31);
  private static final Duration LONGEST_LEAD_TIME = Duration.ofHours(24);
  private static final String DEFAULT_LEAD_TIME = "30m";
  private static final String DEFAULT_ZONE = "UTC";

  private final Spike spike;

  private SpikeReader(Spike spike) {
    this.spike = spike;
  }

  static PlannedSpike read(Spike spike) throws InvalidSpikeException {
    return new SpikeReader(spike).read();
  }

  private PlannedSpike read() throws InvalidSpikeException {
    check(spike.name() != null && !spike.name().isEmpty(), "name", "set a name");
    check(
        spike.minProvisionedTPS() != null && spike.minProvisionedTPS() >= 1,
        "minProvisionedTPS",
        "set at least 1");
    check(
        (spike.start() == null) != (spike.cron() == null),
        "start",
        "set exactly one of start and cron");
    ZoneId zone = parse("timeZone", () -> TimeZones.parse(orElse(spike.timeZone(), DEFAULT_ZONE)));
    Duration leadTime =
        parse("leadTime", () -> DurationText.parse(orElse(spike.leadTime(), DEFAULT_LEAD_TIME)));
    check(leadTime.compareTo(LONGEST_LEAD_TIME) <= 0, "leadTime", "set at most 24h");
    return spike.cron() == null ? oneOff(zone, leadTime) : recurring(zone, leadTime);
  }

  private PlannedSpike recurring(ZoneId zone, Duration leadTime) throws InvalidSpikeException {
    check(spike.end() == null, "end", "remove it and set duration, because cron is set");
    check(spike.duration() != null, "duration", "set it together with cron");
    String cron = Objects.requireNonNull(spike.cron());
    CronSchedule starts = parse("cron", () -> CronSchedule.parse(cron, zone));
    return new RecurringSpike(
        spike.name(), spike.minProvisionedTPS(), leadTime, starts, duration());
  }

  private PlannedSpike oneOff(ZoneId zone, Duration leadTime) throws InvalidSpikeException {
    check(
        (spike.end() == null) != (spike.duration() == null),
        "end",
        "set exactly one of end and duration with start");
    String from = Objects.requireNonNull(spike.start());
    SpikeTime start = parse("start", () -> SpikeTime.parse(from));
    Instant first = start.asStart(zone);
    String until = spike.end();
    if (until == null) {
      return oneOff(leadTime, first, first.plus(duration()));
    }
    SpikeTime end = parse("end", () -> SpikeTime.parse(until));
    Instant last = end.asEnd(zone);
    check(
        first.isBefore(last),
        "end",
        "\"%s\" is not after start \"%s\"; set a later time".formatted(spike.end(), spike.start()));
    check(
        start.until(end, zone).compareTo(LONGEST_WINDOW) <= 0,
        "end",
        "\"%s\" is more than 31 days after start \"%s\"; set an earlier time"
            .formatted(spike.end(), spike.start()));
    return oneOff(leadTime, first, last);
  }

  private PlannedSpike oneOff(Duration leadTime, Instant start, Instant end) {
    return new OneOffSpike(spike.name(), spike.minProvisionedTPS(), leadTime, start, end);
  }

  private Duration duration() throws InvalidSpikeException {
    String text = Objects.requireNonNull(spike.duration());
    Duration duration = parse("duration", () -> DurationText.parse(text));
    check(duration.isPositive(), "duration", "set more than 0");
    check(duration.compareTo(LONGEST_WINDOW) <= 0, "duration", "set at most 744h (31 days)");
    return duration;
  }

  private <T> T parse(String field, Supplier<T> parser) throws InvalidSpikeException {
    try {
      return parser.get();
    } catch (InvalidScheduleException e) {
      throw invalid(field, Objects.requireNonNull(e.getMessage()));
    }
  }

  private void check(boolean holds, String field, String whatToDo) throws InvalidSpikeException {
    if (!holds) {
      throw invalid(field, whatToDo);
    }
  }

  private InvalidSpikeException invalid(String field, String whatToDo) {
    return new InvalidSpikeException(SpikeProblem.of(orElse(spike.name(), ""), field, whatToDo));
  }

  private static String orElse(@Nullable String text, String byDefault) {
    return text == null ? byDefault : text;
  }
}
