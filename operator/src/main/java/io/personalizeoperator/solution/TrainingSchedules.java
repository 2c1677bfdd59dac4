package io.personalizeoperator.solution;

import io.personalizeoperator.api.ScheduleStatus;
import io.personalizeoperator.api.solution.TrainingMode;
import io.personalizeoperator.schedule.DueTick;
import io.personalizeoperator.schedule.MissedTicks;
import io.personalizeoperator.schedule.TickCursor;
import io.personalizeoperator.schedule.TickSchedule;
import io.personalizeoperator.schedule.Ticks;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The schedules of one solution at one instant: what is due, what was missed, what comes next. A
 * tick is decided when the version of its name was started, or when a training that was started
 * since then makes it needless.
 *
 * @param lines one for each schedule of the manifest that can be read
 */
record TrainingSchedules(List<Line> lines) {
  /** Why a tick of a schedule cannot be run, ever. */
  private static final String NO_FULL_VERSION =
      "an UPDATE training needs an ACTIVE version that was trained in mode FULL";

  /**
   * One schedule.
   *
   * @param schedule as read
   * @param mode what its trainings train on
   * @param before as recorded; null on the first report
   * @param cursor from where it goes on
   * @param ticks what has come since
   */
  private record Line(
      TickSchedule schedule,
      TrainingMode mode,
      @Nullable ScheduleStatus before,
      TickCursor cursor,
      Ticks ticks) {}

  /**
   * Looks at all schedules.
   *
   * @param recorded as in the status; empty on the first report
   * @param since when a schedule begins that was never recorded
   * @param suspended whether the whole solution is
   */
  static TrainingSchedules at(
      Instant now,
      List<ReadSchedule> schedules,
      List<ScheduleStatus> recorded,
      Instant since,
      boolean suspended) {
    return new TrainingSchedules(
        schedules.stream()
            .flatMap(
                read ->
                    read
                        .ticks()
                        .map(ticks -> line(read, ticks, recorded, since, now, suspended))
                        .stream())
            .toList());
  }

  private static Line line(
      ReadSchedule read,
      TickSchedule ticks,
      List<ScheduleStatus> recorded,
      Instant since,
      Instant now,
      boolean suspended) {
    TickSchedule schedule = suspended ? ticks.asSuspended() : ticks;
    Optional<ScheduleStatus> before =
        recorded.stream().filter(one -> one.name().equals(schedule.name())).findFirst();
    TickCursor cursor =
        TickCursor.resume(
            before.map(
                one ->
                    new TickCursor(
                        one.schedule(), one.handledUntil(), Boolean.TRUE.equals(one.suspended()))),
            schedule,
            since,
            now);
    return new Line(
        schedule, read.manifest().mode(), before.orElse(null), cursor, schedule.since(cursor, now));
  }

  /** The ticks whose trainings are to be started, unless the versions show that they need not. */
  Stream<TrainingRequest> due(VersionHistory history) {
    return lines.stream()
        .flatMap(
            line ->
                line.ticks.due().stream()
                    .filter(tick -> !isDecided(line, tick, history))
                    .map(tick -> request(line, tick)));
  }

  private static TrainingRequest request(Line line, DueTick tick) {
    return new TrainingRequest(
        VersionName.of(tick),
        line.mode,
        tick.deadline(),
        "schedule %s is due since %s".formatted(tick.schedule(), tick.tick()));
  }

  private static boolean isDecided(Line line, DueTick tick, VersionHistory history) {
    return history.has(VersionName.of(tick))
        || history.covers(line.mode, tick.tick())
        || history.rulesOut(line.mode);
  }

  /** When a tick comes, or the deadline of one passes. */
  Optional<Instant> nextChange() {
    return lines.stream()
        .flatMap(
            line ->
                Stream.concat(
                    line.ticks.next().stream(), line.ticks.due().map(DueTick::deadline).stream()))
        .min(Comparator.naturalOrder());
  }

  /** What is to be recorded of them, given the versions. */
  List<ScheduleStatus> status(VersionHistory history) {
    return lines.stream().map(line -> status(line, history)).toList();
  }

  private static ScheduleStatus status(Line line, VersionHistory history) {
    Optional<DueTick> decided = line.ticks.due().filter(tick -> isDecided(line, tick, history));
    Optional<DueTick> run = decided.filter(tick -> history.has(VersionName.of(tick)));
    Optional<DueTick> refused =
        decided.filter(tick -> run.isEmpty() && !history.covers(line.mode, tick.tick()));
    int missed = missed(line, history);
    TickCursor cursor = line.cursor;
    if (line.ticks.missed().isPresent()) {
      cursor = cursor.handled(line.ticks.missed().get().last());
    }
    if (decided.isPresent()) {
      cursor = cursor.handled(decided.get().tick());
    }
    Optional<ScheduleStatus> before =
        Optional.ofNullable(line.before)
            .filter(one -> one.schedule().equals(line.schedule.entry()));
    int all = missed + (refused.isPresent() ? 1 : 0);
    return new ScheduleStatus(
        line.schedule.name(),
        line.schedule.entry(),
        cursor.handled(),
        line.schedule.suspended() ? Boolean.TRUE : null,
        run.map(DueTick::tick).orElseGet(() -> lastRun(line, history)),
        line.ticks.next().orElse(null),
        all == 0
            ? before.map(ScheduleStatus::missed).orElse(null)
            : Integer.valueOf(all + before.map(ScheduleStatus::missed).orElse(0)),
        refused
            .map(DueTick::tick)
            .or(() -> line.ticks.missed().filter(any -> missed > 0).map(MissedTicks::last))
            .or(() -> before.map(ScheduleStatus::lastMissedTime))
            .orElse(null),
        refused
            .map(tick -> NO_FULL_VERSION)
            .or(() -> missed > 0 ? Optional.of(reason(line, history)) : Optional.empty())
            .or(() -> before.map(ScheduleStatus::lastMissedReason))
            .orElse(null));
  }

  private static @Nullable Instant lastRun(Line line, VersionHistory history) {
    Instant recorded = line.before == null ? null : line.before.lastScheduleTime();
    return history
        .ticksOf(line.schedule.name())
        .max(Comparator.naturalOrder())
        .filter(tick -> recorded == null || tick.isAfter(recorded))
        .orElse(recorded);
  }

  /** Ticks that were run though the status could not say so any more are not missed. */
  private static int missed(Line line, VersionHistory history) {
    return line.ticks
        .missed()
        .map(
            missed -> {
              long run =
                  history
                      .ticksOf(line.schedule.name())
                      .filter(tick -> tick.isAfter(line.cursor.handled()))
                      .filter(tick -> !tick.isAfter(missed.last()))
                      .distinct()
                      .count();
              boolean lastIsCovered =
                  missed.count() == 1 && history.covers(line.mode, missed.last());
              return lastIsCovered ? 0 : (int) Math.max(0, missed.count() - run);
            })
        .orElse(0);
  }

  private static String reason(Line line, VersionHistory history) {
    if (line.mode == TrainingMode.UPDATE && !history.hasFullVersion()) {
      return NO_FULL_VERSION;
    }
    return history.underWay().isPresent()
            || history.newestOfUse().isPresent() && overlapped(line, history)
        ? "another training was under way until the starting deadline, or the next tick, was reached"
        : "the training could not be started before the starting deadline, or the next tick, was reached";
  }

  /** Whether a training ran at the time of the tick that was missed last. */
  private static boolean overlapped(Line line, VersionHistory history) {
    Instant tick = line.ticks.missed().map(MissedTicks::last).orElse(Instant.MIN);
    return history.versions().stream()
        .anyMatch(
            version ->
                version.created().isBefore(tick)
                    && (version.ended() == null || version.ended().isAfter(tick)));
  }
}
