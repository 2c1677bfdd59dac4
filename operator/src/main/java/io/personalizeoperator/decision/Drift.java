package io.personalizeoperator.decision;

import io.personalizeoperator.account.LatestUpdate;
import io.personalizeoperator.status.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.personalize.model.PersonalizeRequest;

/** How a resource in AWS differs from its manifest, in what AWS can change. */
public sealed interface Drift {
  /** It does not. */
  record None() implements Drift {}

  /**
   * It does, and one call puts it right.
   *
   * @param request the call
   * @param what the differences in words, such as {@code minProvisionedTPS 5 -> 2}
   * @param notice what to tell when it has worked, if the kind knows why it differs
   */
  record Repairable(PersonalizeRequest request, String what, Optional<Notice> notice)
      implements Drift {
    /** A difference of which no more is known. */
    public Repairable(PersonalizeRequest request, String what) {
      this(request, what, Optional.empty());
    }
  }

  /**
   * Somebody has changed it in AWS, and the user wants it left.
   *
   * @param what the differences in words
   */
  record Left(String what) implements Drift {}

  /**
   * AWS is at work on an earlier update; it takes one at a time.
   *
   * @param message what is under way
   */
  record UpdateUnderWay(String message) implements Drift {}

  /**
   * The last update failed; what was before serves on.
   *
   * @param message why, in AWS's words
   * @param retryAt when to send it again
   */
  record UpdateFailed(String message, Instant retryAt) implements Drift {}

  /** How long after a failed update the same one is sent again, where nothing hurries. */
  Duration RETRY_AFTER = Duration.ofMinutes(10);

  /**
   * The same update has failed before: it is sent again after a while.
   *
   * @param update the one that failed
   * @param pause how long to wait
   * @param now the time of the pass
   * @param again what to send then
   */
  static Drift afterFailure(LatestUpdate update, Duration pause, Instant now, Drift again) {
    Instant retryAt = update.lastUpdated() == null ? now : update.lastUpdated().plus(pause);
    String reason = update.failureReason();
    return now.isBefore(retryAt)
        ? new UpdateFailed(
            "It failed in AWS: "
                + (reason == null ? "AWS gives no reason." : reason)
                + " It is tried again.",
            retryAt)
        : again;
  }

  /**
   * The last update asked for just this and AWS says that it is done, yet something else is in
   * force: sending it again and again would not help.
   *
   * @param what the differences in words
   */
  record NotKept(String what) implements Drift {}

  /** It does not differ. */
  Drift NONE = new None();
}
