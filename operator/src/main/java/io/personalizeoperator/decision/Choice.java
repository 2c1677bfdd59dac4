package io.personalizeoperator.decision;

import io.personalizeoperator.status.Notice;
import io.personalizeoperator.status.Sentences;
import io.personalizeoperator.status.Verdict;
import io.personalizeoperator.status.Verdict.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Chooses among all findings: the most urgent action of those that may be taken, and the most
 * serious verdict, whatever was acted on. An action that an earlier failure holds back shadows no
 * other: its finding reports the failure, and the rest continues.
 *
 * @param verdict how the custom resource stands as a whole
 * @param action what to do, if anything
 * @param neededBy by when the action has to have worked; Instant.MAX where nothing hurries
 * @param wakeAt when to look again
 * @param notices Events to record once this is reported
 */
record Choice(
    Verdict verdict,
    Optional<Action> action,
    Instant neededBy,
    Optional<Instant> wakeAt,
    List<Notice> notices) {

  /** Of actions that are needed by the same time a routine look waits for the others. */
  private static final Comparator<Finding> MOST_URGENT =
      Comparator.comparing(Finding::neededBy)
          .thenComparing(finding -> finding.action().orElseThrow().priority());

  /** How long to wait when AWS's answer did not tell what was asked. */
  private static final Duration ASK_AGAIN = Duration.ofSeconds(5);

  /** A finding with the failure that holds back its action, if one does. */
  private record Weighed(Finding finding, boolean hasFailed) {
    static Weighed of(Finding finding, Observed<?, ?> observed) {
      if (finding.action().filter(action -> wasRead(action, observed)).isPresent()) {
        return new Weighed(finding.withoutAction().wakingBy(observed.now().plus(ASK_AGAIN)), false);
      }
      return finding
          .action()
          .flatMap(action -> observed.attempts().of(action.key()))
          .filter(failed -> failed.generation() == observed.generation())
          .filter(failed -> !isOutdated(failed, finding, observed))
          .map(failed -> new Weighed(afterFailure(finding, failed, observed), true))
          .orElseGet(() -> new Weighed(finding, false));
    }

    /** What it depends on has changed since, by a clock that may be AWS's. */
    private static boolean isOutdated(Attempt failed, Finding finding, Observed<?, ?> observed) {
      return finding
          .causeChanged()
          .filter(at -> at.isAfter(failed.at()) && !at.isAfter(observed.now()))
          .isPresent();
    }

    /** What was read in this pass did not answer the question: it is asked again in a while. */
    private static boolean wasRead(Action action, Observed<?, ?> observed) {
      return action instanceof Action.Reading
          && observed.outcomes().stream()
              .anyMatch(o -> o.isDone() && o.action().key().equals(action.key()));
    }

    /** Until it has worked it stands as failed, also while it is tried again. */
    private static Finding afterFailure(Finding finding, Attempt failed, Observed<?, ?> observed) {
      Finding next =
          failed.holds(observed.generation(), observed.now())
              ? finding.withoutAction().wakingBy(failed.retryAt())
              : finding;
      return finding
          .verdict()
          .map(verdict -> next.with(afterFailure(verdict, failed)))
          .orElse(next);
    }

    /** What is retried for the schedule's sake is still no doing of the manifest. */
    private static Verdict afterFailure(Verdict verdict, Attempt failed) {
      Verdict failure = FailureVerdict.of(failed, verdict.serving());
      return verdict.state() == State.SCHEDULED && failure.state() == State.PROGRESSING
          ? Verdict.scheduled(failure.reason(), failure.message())
          : failure;
    }

    boolean isReported() {
      return finding.isReported() && finding.verdict().isPresent();
    }

    /** Whether the user has to know of it though something else is more serious. */
    boolean isWorthMentioning() {
      return isReported()
          && finding
              .verdict()
              .filter(verdict -> hasFailed || verdict.state() == State.STALLED)
              .isPresent();
    }
  }

  /** All findings, with what holds back their actions. */
  static List<Finding> weigh(List<Finding> findings, Observed<?, ?> observed) {
    return findings.stream().map(f -> Weighed.of(f, observed).finding()).toList();
  }

  /**
   * Chooses.
   *
   * @param findings of all concerns, in the order of their importance
   */
  static Choice of(List<Finding> findings, Observed<?, ?> observed) {
    List<Weighed> weighed = findings.stream().map(f -> Weighed.of(f, observed)).toList();
    Optional<Finding> next =
        weighed.stream()
            .map(Weighed::finding)
            .filter(finding -> finding.action().isPresent())
            .min(MOST_URGENT);
    return new Choice(
        verdict(weighed),
        next.flatMap(Finding::action),
        next.map(Finding::neededBy).orElse(Instant.MAX),
        weighed.stream()
            .flatMap(one -> one.finding().wakeAt().stream())
            .filter(at -> at.isAfter(observed.now()))
            .min(Comparator.naturalOrder()),
        weighed.stream().flatMap(one -> one.finding().notices().stream()).toList());
  }

  private static Verdict verdict(List<Weighed> weighed) {
    Weighed first =
        weighed.stream()
            .filter(Weighed::isReported)
            .min(Comparator.comparing(one -> seriousness(verdictOf(one))))
            .orElseThrow(() -> new IllegalStateException("No concern says how it stands"));
    boolean serving =
        weighed.stream().filter(Weighed::isReported).allMatch(one -> verdictOf(one).serving());
    String besides =
        weighed.stream()
            .filter(one -> one != first && one.isWorthMentioning())
            .map(one -> verdictOf(one).message())
            .filter(message -> !message.equals(verdictOf(first).message()))
            .distinct()
            .map(message -> " Also: " + Sentences.ofAws(message))
            .collect(Collectors.joining());
    Verdict verdict = verdictOf(first);
    String message =
        besides.isEmpty() ? verdict.message() : Sentences.ofAws(verdict.message()) + besides;
    return new Verdict(verdict.state(), verdict.reason(), message, serving);
  }

  private static Verdict verdictOf(Weighed one) {
    return one.finding().verdict().orElseThrow();
  }

  private static int seriousness(Verdict verdict) {
    return switch (verdict.state()) {
      case SUSPENDED -> 0;
      case STALLED -> 1;
      case PROGRESSING -> 2;
      case SCHEDULED -> 3;
      case SETTLED -> 4;
    };
  }
}
