package io.personalizeoperator.decision;

import io.personalizeoperator.aws.AwsFailure;
import io.personalizeoperator.aws.FailureClass;
import java.time.Duration;
import java.time.Instant;

/**
 * A call that failed, kept so that it is not made again too soon.
 *
 * @param action what was tried
 * @param generation the spec that it was tried for; a new one is tried at once
 * @param failure why it failed
 * @param count how many times in a row
 * @param at when it failed last
 * @param retryAt when it may be tried again
 */
public record Attempt(
    String action, long generation, AwsFailure failure, int count, Instant at, Instant retryAt) {

  private static final Duration USER_RETRY = Duration.ofMinutes(10);
  private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(1);

  /** The attempt after one more failure. */
  public static Attempt next(
      Attempt before, String action, long generation, AwsFailure failure, Instant now) {
    boolean again =
        before != null && before.action.equals(action) && before.generation == generation;
    int count = again ? before.count + 1 : 1;
    return new Attempt(action, generation, failure, count, now, now.plus(backoff(failure, count)));
  }

  private static Duration backoff(AwsFailure failure, int count) {
    return switch (failure.kind()) {
      case NEEDS_USER -> USER_RETRY;
      case RETRY_SOON, GONE, EXISTS, WAIT_FOR_CHANGE, NOT_PUBLISHED -> {
        Duration doubled = Duration.ofSeconds(1L << Math.min(count - 1, 6));
        yield doubled.compareTo(LONGEST_BACKOFF) > 0 ? LONGEST_BACKOFF : doubled;
      }
    };
  }

  /** Whether the failed call may have made the resource all the same: its reply may be lost. */
  public boolean mayHaveCreated() {
    return action.startsWith(Action.Create.class.getSimpleName() + " ")
        && failure.kind() != FailureClass.NEEDS_USER;
  }

  /** Whether it holds back an action now. */
  public boolean holds(String wanted, long currentGeneration, Instant now) {
    return action.equals(wanted) && generation == currentGeneration && now.isBefore(retryAt);
  }
}
