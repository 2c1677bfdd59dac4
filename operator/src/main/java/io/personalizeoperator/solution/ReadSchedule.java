package io.personalizeoperator.solution;

import io.personalizeoperator.api.solution.TrainingSchedule;
import io.personalizeoperator.schedule.InvalidScheduleException;
import io.personalizeoperator.schedule.TickSchedule;
import java.util.Optional;

/**
 * A schedule of the manifest, read.
 *
 * @param manifest as written
 * @param ticks when its ticks come; empty when it cannot be read
 * @param problem what is wrong with it, with schedule and field; empty when nothing is
 */
record ReadSchedule(
    TrainingSchedule manifest, Optional<TickSchedule> ticks, Optional<String> problem) {

  static ReadSchedule of(TrainingSchedule schedule) {
    try {
      TickSchedule ticks =
          TickSchedule.read(
              schedule.name(),
              schedule.cron(),
              schedule.timeZone(),
              schedule.startingDeadline(),
              schedule.suspended());
      return new ReadSchedule(schedule, Optional.of(ticks), Optional.empty());
    } catch (InvalidScheduleException e) {
      return new ReadSchedule(schedule, Optional.empty(), Optional.ofNullable(e.getMessage()));
    }
  }
}
