package io.personalizeoperator.decision;

import io.personalizeoperator.status.Notice;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one concern has found: how it stands, perhaps something to do, and when to look again.
 *
 * @param concern whose finding it is
 * @param verdict how it stands; empty where the concern has nothing to report
 * @param action what to do, if anything
 * @param neededBy by when the action has to have worked; Instant.MAX where nothing hurries
 * @param wakeAt when to look again, if nothing changes before
 * @param notices Events to record once this is reported
 * @param isReported whether the custom resource's own conditions speak of it
 * @param causeChanged when last changed what the action's success depends on: a failure before that
 *     holds nothing back
 */
public record Finding(
    Concern concern,
    Optional<Verdict> verdict,
    Optional<Action> action,
    Instant neededBy,
    Optional<Instant> wakeAt,
    List<Notice> notices,
    boolean isReported,
    Optional<Instant> causeChanged) {

  /** Nothing to do until something changes. */
  public static Finding rest(Concern concern, Verdict verdict) {
    return new Finding(
        concern,
        Optional.of(verdict),
        Optional.empty(),
        Instant.MAX,
        Optional.empty(),
        List.of(),
        true,
        Optional.empty());
  }

  /** Nothing to do until then. */
  public static Finding restUntil(Concern concern, Verdict verdict, Instant wakeAt) {
    return rest(concern, verdict).wakingBy(wakeAt);
  }

  /** Nothing to do and nothing to report until then. */
  public static Finding later(Concern concern, Instant wakeAt) {
    return new Finding(
        concern,
        Optional.empty(),
        Optional.empty(),
        Instant.MAX,
        Optional.of(wakeAt),
        List.of(),
        true,
        Optional.empty());
  }

  /** One thing to do. */
  public static Finding act(Concern concern, Verdict verdict, Action action) {
    return new Finding(
        concern,
        Optional.of(verdict),
        Optional.of(action),
        Instant.MAX,
        Optional.empty(),
        List.of(),
        true,
        Optional.empty());
  }

  /** A resource that is ACTIVE, of a kind that has no more to say. */
  static Finding active(Traits traits) {
    return rest(
        Concern.POLICY, Verdict.settled(Reason.Active, "The " + traits.noun() + " is ACTIVE."));
  }

  /** The same, reported in another way. */
  public Finding with(Verdict other) {
    return new Finding(
        concern, Optional.of(other), action, neededBy, wakeAt, notices, isReported, causeChanged);
  }

  /** The same, to have worked by then. */
  public Finding dueBy(Instant time) {
    return new Finding(concern, verdict, action, time, wakeAt, notices, isReported, causeChanged);
  }

  /** The same, whose action may work since then though it failed before. */
  Finding changedAt(Optional<Instant> at) {
    return new Finding(concern, verdict, action, neededBy, wakeAt, notices, isReported, at);
  }

  /** The same, waking no later than that. */
  public Finding wakingBy(Instant at) {
    Optional<Instant> earlier =
        Stream.concat(wakeAt.stream(), Stream.of(at)).min(Comparator.naturalOrder());
    return new Finding(
        concern, verdict, action, neededBy, earlier, notices, isReported, causeChanged);
  }

  /** The same, with one more Event. */
  public Finding telling(Notice notice) {
    List<Notice> all = new ArrayList<>(notices);
    all.add(notice);
    return new Finding(
        concern, verdict, action, neededBy, wakeAt, List.copyOf(all), isReported, causeChanged);
  }

  /** The same of a revision that the custom resource's own conditions do not speak of. */
  public Finding unreported() {
    return new Finding(concern, verdict, action, neededBy, wakeAt, notices, false, causeChanged);
  }

  /** The same without its action. */
  public Finding withoutAction() {
    return new Finding(
        concern, verdict, Optional.empty(), Instant.MAX, wakeAt, notices, isReported, causeChanged);
  }
}
