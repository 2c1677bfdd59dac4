package io.personalizeoperator.testing;

import io.personalizeoperator.aws.AwsCallException;
import io.personalizeoperator.aws.AwsFailure;
import io.personalizeoperator.aws.FailureClass;
import java.time.Instant;
import java.util.Random;

/**
 * AWS on a virtual clock. While faults are on, answers are up to 90 seconds old, calls are
 * throttled, and replies get lost after the effect.
 */
public abstract class UnreliableAws {
  private static final int LAG_SECONDS = 90;

  private final Random random;

  /** The time, which the test moves. */
  public Instant now;

  /** Whether calls go wrong. */
  public boolean faults;

  protected UnreliableAws(Random random, Instant start, boolean faults) {
    this.random = random;
    this.now = start;
    this.faults = faults;
  }

  protected static AwsCallException failure(FailureClass kind, String code) {
    return new AwsCallException(new AwsFailure(kind, code, code + "."), null);
  }

  protected boolean happens(double probability) {
    return faults && random.nextDouble() < probability;
  }

  protected void mayThrottle() throws AwsCallException {
    if (happens(0.15)) {
      throw failure(FailureClass.RETRY_SOON, "ThrottlingException");
    }
  }

  protected void mayLoseTheReply() throws AwsCallException {
    if (happens(0.2)) {
      throw failure(FailureClass.RETRY_SOON, "Unreachable");
    }
  }

  /** The time that an answer is of. */
  protected Instant answerOf() {
    return faults ? now.minusSeconds(random.nextInt(LAG_SECONDS)) : now;
  }
}
