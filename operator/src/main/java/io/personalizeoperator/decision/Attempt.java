package io.personalizeoperator.decision;

import io.personalizeoperator.aws.AwsFailure;
import io.personalizeoperator.aws.FailureClass;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * A call that failed, kept so that it is not retried too soon.
 *
 * @param action what was tried
 * @param generation the spec that it was tried for; a new one is tried at once
 * @param failure why it failed
 * @param count how many times in a row
 * @param at when it failed last
 * @param retryAt when it may be tried again
 */
public record Attempt(
    Action.Key action,
    long generation,
    AwsFailure failure,
    int count,
    Instant at,
    Instant retryAt) {

  private static final Duration USER_RETRY = Duration.ofMinutes(10);
  private static final Duration LONGEST_USER_RETRY = Duration.ofHours(6);
  private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
  private static final Duration LONGEST_RETRY = Duration.ofMinutes(1);

  /** What is needed by a time waits no longer for credentials; asking for them costs no call. */
  private static final Duration HURRIED_RETRY = Duration.ofSeconds(10);

  /** Credentials that could not be had so often in a row, for half a minute, will not come soon. */
  private static final int FEW = 5;

  private static final int MOST_DOUBLINGS = 10;

  /** A creation that waits for a quota is woken in its turn; this is for a turn that is lost. */
  private static final Duration QUOTA_RETRY = Duration.ofMinutes(10);

  /** So many tries take five minutes. No lag of AWS lasts longer. */
  private static final int TRIES_WHILE_AWS_LAGS = 10;

  private static final Set<Class<? extends Action>> WHAT_NAMES_OTHERS =
      Set.of(Action.Create.class, Action.Update.class, Action.CreateRelated.class);

  /** The first failure of an action. */
  static Attempt first(
      Action.Key action, long generation, AwsFailure failure, Instant now, boolean hurried) {
    return counted(action, generation, failure, 1, now, hurried);
  }

  /** The attempt after one more failure. */
  Attempt again(AwsFailure next, Instant now, boolean hurried) {
    return counted(action, generation, next, count + 1, now, hurried);
  }

  private static Attempt counted(
      Action.Key action,
      long generation,
      AwsFailure failure,
      int count,
      Instant now,
      boolean hurried) {
    boolean isMissing =
        failure.kind() == FailureClass.GONE
            && count > TRIES_WHILE_AWS_LAGS
            && WHAT_NAMES_OTHERS.contains(action.type());
    AwsFailure judged = isMissing ? failure.needingTheUser() : failure;
    int countOfKind = isMissing ? count - TRIES_WHILE_AWS_LAGS : count;
    return new Attempt(
        action,
        generation,
        judged,
        count,
        now,
        now.plus(
            waitsForTurn(action, judged) ? QUOTA_RETRY : backoff(judged, countOfKind, hurried)));
  }

  private static boolean waitsForTurn(Action.Key action, AwsFailure failure) {
    return failure.isQuota()
        && (action.type() == Action.Create.class || action.type() == Action.CreateRelated.class);
  }

  /** The same, to be tried now if it waits for a quota: its turn has come. */
  Attempt inTurn(Instant now) {
    return waitsForTurn(action, failure)
        ? new Attempt(action, generation, failure, count, at, now)
        : this;
  }

  /** What only a person can fix is retried ever more rarely, except what is needed by a time. */
  private static Duration backoff(AwsFailure failure, int count, boolean hurried) {
    return switch (failure.kind()) {
      case NEEDS_USER -> hurried ? USER_RETRY : doubled(USER_RETRY, count, LONGEST_USER_RETRY);
      case NO_CREDENTIALS -> doubled(FIRST_RETRY, count, hurried ? HURRIED_RETRY : LONGEST_RETRY);
      case RETRY_SOON, GONE, EXISTS, WAIT_FOR_CHANGE, NOT_PUBLISHED ->
          doubled(FIRST_RETRY, count, LONGEST_RETRY);
    };
  }

  private static Duration doubled(Duration first, int count, Duration longest) {
    Duration doubled = first.multipliedBy(1L << Math.clamp(count - 1L, 0, MOST_DOUBLINGS));
    return doubled.compareTo(longest) > 0 ? longest : doubled;
  }

  /** Whether AWS or the API server may have done it anyway: its reply may be lost. */
  boolean mayHaveWorked() {
    return failure.kind() != FailureClass.NEEDS_USER
        && failure.kind() != FailureClass.NO_CREDENTIALS;
  }

  /** Whether it may be over by itself soon, though its kind needs a person when it stays so. */
  boolean mayPass() {
    return failure.kind() == FailureClass.NO_CREDENTIALS
        && !failure.code().equals(AwsFailure.WRONG_ACCOUNT)
        && count <= FEW;
  }

  /** Whether it holds its action back now. */
  boolean holds(long currentGeneration, Instant now) {
    return generation == currentGeneration && now.isBefore(retryAt);
  }
}
