package io.personalizeoperator.decision;

import io.personalizeoperator.account.LatestUpdate;
import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.account.Snapshot;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Sentences;
import io.personalizeoperator.status.Verdict;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.personalize.model.PersonalizeRequest;

/** How a resource in AWS differs from its manifest, in what AWS can change. */
public sealed interface Drift {
  /** It does not. */
  record None() implements Drift {}

  /**
   * It does, and one call corrects it.
   *
   * @param request the call
   * @param what the differences in words, such as {@code schema a -> b}
   */
  record Repairable(PersonalizeRequest request, String what) implements Drift {}

  /**
   * AWS is at work on an earlier update; it takes one at a time.
   *
   * @param message what is under way
   * @param bySchedule whether a schedule asked for it while the manifest was in force
   */
  record UpdateUnderWay(String message, boolean bySchedule) implements Drift {
    /** An update to what the manifest says. */
    public UpdateUnderWay(String message) {
      this(message, false);
    }

    /** How that is reported. */
    Verdict verdict(boolean serving) {
      return bySchedule && serving
          ? Verdict.scheduled(Reason.Updating, message)
          : Verdict.progressing(Reason.Updating, message, serving);
    }
  }

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
    return now.isBefore(retryAt)
        ? new UpdateFailed(
            "It failed in AWS: "
                + Sentences.ofAws(update.failureReason())
                + " The operator retries it.",
            retryAt)
        : again;
  }

  /**
   * The last update asked for just this and AWS says that it is done, yet something else is in
   * force: sending it again and again would not help.
   *
   * @param what the differences in words
   * @param ended when AWS says that the update ended; null where that is not known
   */
  record NotKept(String what, @Nullable Instant ended) implements Drift {
    private static final Duration LOOK_EVERY = Duration.ofMinutes(10);

    /**
     * AWS's answers lag: just after the update they may show its end and still the old settings.
     * Lists do not show what comes of it, so the resource is described once more, and now and then
     * after that.
     *
     * @param bySchedule whether a schedule asked for the update while the manifest was in force
     */
    public Finding look(Observed<?, ?> observed, RemoteResource<?> live, boolean bySchedule) {
      Instant shown = ended == null ? observed.now() : ended.plus(Snapshot.LAG);
      if (observed.now().isBefore(shown)) {
        return Finding.restUntil(
            Concern.CONFIGURATION,
            new UpdateUnderWay(
                    "AWS completed the last update, but still shows other settings: "
                        + what
                        + ". The operator looks again.",
                    bySchedule)
                .verdict(live.isActive()),
            shown);
      }
      Action read = new Action.ReadDetails(live.arn());
      boolean wasRead =
          observed.outcomes().stream()
              .anyMatch(outcome -> outcome.isDone() && outcome.action().equals(read));
      return wasRead
          ? Finding.restUntil(
              Concern.CONFIGURATION, verdict(live.isActive()), observed.now().plus(LOOK_EVERY))
          : Finding.act(Concern.CONFIGURATION, verdict(live.isActive()), read);
    }

    private Verdict verdict(boolean serving) {
      return Verdict.stalled(
          Reason.UpdateFailed,
          "AWS completed the last update, but other settings are in force: "
              + what
              + ". Change the manifest to match AWS.",
          serving);
    }
  }

  /** It does not differ. */
  Drift NONE = new None();
}
