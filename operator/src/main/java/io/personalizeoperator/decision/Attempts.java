package io.personalizeoperator.decision;

import io.personalizeoperator.aws.AwsFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The calls of one custom resource that failed and have not worked since, each by itself: one that
 * fails for good holds back its like and nothing else. Immutable.
 *
 * @param byAction the last failure of each action
 */
public record Attempts(Map<Action.Key, Attempt> byAction) {
  /** Nothing has failed. */
  public static final Attempts NONE = new Attempts(Map.of());

  /** An action that is not tried again for so long after its time is no longer wanted. */
  private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

  /** More than a resource has concerns. */
  private static final int MOST = 32;

  public Attempts {
    byAction = Map.copyOf(byAction);
  }

  /** These failures. */
  public static Attempts of(Collection<Attempt> attempts) {
    Map<Action.Key, Attempt> all = new LinkedHashMap<>();
    attempts.forEach(attempt -> all.put(attempt.action(), attempt));
    return new Attempts(all);
  }

  /**
   * With one more failure.
   *
   * @param action what was tried
   * @param generation the spec that it was tried for; failures of earlier ones are forgotten
   * @param failure why it failed
   * @param now when
   * @param hurried whether it is needed by a given time, and so is tried again sooner
   */
  public Attempts failed(
      Action.Key action, long generation, AwsFailure failure, Instant now, boolean hurried) {
    Map<Action.Key, Attempt> all = new LinkedHashMap<>();
    byAction.values().stream()
        .filter(old -> old.generation() == generation)
        .filter(old -> old.retryAt().plus(FORGOTTEN_AFTER).isAfter(now))
        .sorted(Comparator.comparing(Attempt::at).reversed())
        .limit(MOST - 1L)
        .forEach(old -> all.put(old.action(), old));
    Attempt before = byAction.get(action);
    all.put(
        action,
        before != null && before.generation() == generation
            ? before.again(failure, now, hurried)
            : Attempt.first(action, generation, failure, now, hurried));
    return new Attempts(all);
  }

  /** Without an action, which has worked. */
  public Attempts succeeded(Action.Key action) {
    if (!byAction.containsKey(action)) {
      return this;
    }
    Map<Action.Key, Attempt> all = new LinkedHashMap<>(byAction);
    all.remove(action);
    return new Attempts(all);
  }

  /** The same, with creations that wait for a quota to be tried now: their turn has come. */
  public Attempts inTurn(Instant now) {
    return of(byAction.values().stream().map(attempt -> attempt.inTurn(now)).toList());
  }

  /** The last failure of an action, if it has not worked since. */
  public Optional<Attempt> of(Action.Key action) {
    return Optional.ofNullable(byAction.get(action));
  }

  /** The failure that holds an action back now. */
  Optional<Attempt> holding(Action.Key action, long generation, Instant now) {
    return of(action).filter(attempt -> attempt.holds(generation, now));
  }

  /** The failures of actions of a type for a generation, the newest first. */
  public List<Attempt> of(Class<? extends Action> type, long generation) {
    return byAction.values().stream()
        .filter(attempt -> attempt.action().type() == type)
        .filter(attempt -> attempt.generation() == generation)
        .sorted(Comparator.comparing(Attempt::at).reversed())
        .toList();
  }
}
