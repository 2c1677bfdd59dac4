package io.personalizeoperator.decision;

import io.personalizeoperator.status.Notice;
import io.personalizeoperator.status.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a pass has come to: a verdict, perhaps an action, and when to look again.
 *
 * @param verdict how the resource stands
 * @param action what to do next, if anything
 * @param wakeAt when to look again, if nothing changes before
 * @param notices what to tell once this is reported
 */
public record Step(
    Verdict verdict, Optional<Action> action, Optional<Instant> wakeAt, List<Notice> notices) {

  /** Nothing to do until something changes. */
  public static Step rest(Verdict verdict) {
    return new Step(verdict, Optional.empty(), Optional.empty(), List.of());
  }

  /** Nothing to do until then. */
  public static Step restUntil(Verdict verdict, Instant wakeAt) {
    return new Step(verdict, Optional.empty(), Optional.of(wakeAt), List.of());
  }

  /** One thing to do. */
  public static Step act(Verdict verdict, Action action) {
    return new Step(verdict, Optional.of(action), Optional.empty(), List.of());
  }

  /** The same, reported in another way. */
  public Step with(Verdict other) {
    return new Step(other, action, wakeAt, notices);
  }

  /** The same, waking no later than that. */
  public Step wakingBy(Instant at) {
    Instant earlier = wakeAt.filter(w -> w.isBefore(at)).orElse(at);
    return new Step(verdict, action, Optional.of(earlier), notices);
  }

  /** The same, with one more thing to tell. */
  public Step telling(Notice notice) {
    List<Notice> all = new ArrayList<>(notices);
    all.add(notice);
    return new Step(verdict, action, wakeAt, List.copyOf(all));
  }
}
