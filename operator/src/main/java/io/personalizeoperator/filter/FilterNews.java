package io.personalizeoperator.filter;

import io.personalizeoperator.api.Condition;
import io.personalizeoperator.api.ConditionStatus;
import io.personalizeoperator.api.filter.CurrentFilter;
import io.personalizeoperator.api.filter.FailedFilter;
import io.personalizeoperator.api.filter.FilterStatus;
import io.personalizeoperator.status.Conditions;
import io.personalizeoperator.status.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What is worth an Event in a step from one status of a filter to the next. */
final class FilterNews {
  private FilterNews() {}

  static List<Notice> of(Optional<FilterStatus> reported, FilterStatus next) {
    if (reported.isEmpty()) {
      return List.of();
    }
    FilterStatus before = reported.get();
    List<Notice> all = new ArrayList<>();
    rotated(before, next).ifPresent(all::add);
    failed(before, next).ifPresent(all::add);
    blocked(before, next).ifPresent(all::add);
    return List.copyOf(all);
  }

  private static Optional<Notice> rotated(FilterStatus before, FilterStatus next) {
    CurrentFilter current = next.current();
    boolean isAnother = !Objects.equals(before.lastRotationTime(), next.lastRotationTime());
    boolean isFirst = before.current() == null && before.lastRotationTime() == null;
    return current != null && isAnother && !isFirst
        ? Optional.of(
            Notice.normal(
                "FilterRotated",
                before.current() == null
                    ? "The filter %s serves.".formatted(current.name())
                    : "The filter %s serves in place of %s."
                        .formatted(current.name(), before.current().name())))
        : Optional.empty();
  }

  private static Optional<Notice> failed(FilterStatus before, FilterStatus next) {
    FailedFilter failed = next.failed();
    return failed == null || failed.equals(before.failed())
        ? Optional.empty()
        : Optional.of(
            Notice.warning(
                "FilterRotationFailed",
                "The creation of the filter %s failed: %s%s"
                    .formatted(
                        failed.name(),
                        failed.reason(),
                        next.current() == null
                            ? ""
                            : " The filter %s serves on.".formatted(next.current().name()))));
  }

  private static Optional<Notice> blocked(FilterStatus before, FilterStatus next) {
    return condition(next)
        .filter(now -> condition(before).filter(was -> was.reason().equals(now.reason())).isEmpty())
        .filter(now -> next.failed() == null && !isStalledBy(next, now.reason()))
        .map(now -> Notice.warning(RotationBlock.TYPE, now.message()));
  }

  /** A stall has an Event of its own. */
  private static boolean isStalledBy(FilterStatus status, String reason) {
    return Optional.ofNullable(status.lifecycle())
        .flatMap(common -> Conditions.find(common.conditions(), Conditions.STALLED))
        .filter(stalled -> stalled.status() == ConditionStatus.True)
        .filter(stalled -> stalled.reason().equals(reason))
        .isPresent();
  }

  private static Optional<Condition> condition(FilterStatus status) {
    return Optional.ofNullable(status.lifecycle())
        .filter(common -> Conditions.isTrue(common.conditions(), RotationBlock.TYPE))
        .flatMap(common -> Conditions.find(common.conditions(), RotationBlock.TYPE));
  }
}
