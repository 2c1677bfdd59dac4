package io.personalizeoperator.decision;

import io.personalizeoperator.ratelimit.Priority;
import io.personalizeoperator.status.Notice;
import io.personalizeoperator.status.Verdict;
import io.personalizeoperator.status.Verdict.State;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What comes of all findings: the most urgent action of those that may be taken, and the most
 * serious verdict, whatever was acted on. An action that an earlier failure holds back shadows no
 * other: its finding says so, and the rest goes on.
 *
 * @param verdict how the custom resource stands as a whole
 * @param action what to do, if anything
 * @param neededBy by when the action has to have worked; Instant.MAX where nothing hurries
 * @param wakeAt when to look again
 * @param notices what to tell once this is reported
 */
record Choice(
    Verdict verdict,
    Optional<Action> action,
    Instant neededBy,
    Optional<Instant> wakeAt,
    List<Notice> notices) {

  /** A finding with the failure that holds back its action, if one does. */
  private record Weighed(Finding finding, boolean hasFailed) {
    static Weighed of(Finding finding, Observed<?, ?> observed) {
      return finding
          .action()
          .flatMap(action -> observed.attempts().of(action.key()))
          .filter(failed -> failed.generation() == observed.generation())
          .map(failed -> new Weighed(afterFailure(finding, failed, observed), true))
          .orElseGet(() -> new Weighed(finding, false));
    }

    /** Until it has worked it stands as failed, also while it is tried again. */
    private static Finding afterFailure(Finding finding, Attempt failed, Observed<?, ?> observed) {
      Finding next =
          failed.holds(observed.generation(), observed.now())
              ? finding.withoutAction().wakingBy(failed.retryAt())
              : finding;
      return finding
          .verdict()
          .map(verdict -> next.with(FailureVerdict.of(failed.failure(), verdict.serving())))
          .orElse(next);
    }

    /** Whether the user has to know of it though something else is more serious. */
    boolean isWorthMentioning() {
      return finding
          .verdict()
          .filter(verdict -> hasFailed || verdict.state() == State.STALLED)
          .isPresent();
    }
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
            .min(
                Comparator.comparing((Finding one) -> one.neededBy())
                    .thenComparing(Choice::priority));
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

  /** A call that may wait for long, such as a check in the background, keeps no other waiting. */
  private static Priority priority(Finding finding) {
    return finding.action().orElseThrow().priority();
  }

  private static Verdict verdict(List<Weighed> weighed) {
    Weighed first =
        weighed.stream()
            .filter(one -> one.finding().verdict().isPresent())
            .min(Comparator.comparing(one -> seriousness(verdictOf(one))))
            .orElseThrow(() -> new IllegalStateException("No concern says how it stands"));
    boolean serving =
        weighed.stream()
            .flatMap(one -> one.finding().verdict().stream())
            .allMatch(Verdict::serving);
    String besides =
        weighed.stream()
            .filter(one -> one != first && one.isWorthMentioning())
            .map(one -> verdictOf(one).message())
            .filter(message -> !message.equals(verdictOf(first).message()))
            .distinct()
            .map(message -> " Also: " + message)
            .collect(Collectors.joining());
    Verdict verdict = verdictOf(first);
    return new Verdict(verdict.state(), verdict.reason(), verdict.message() + besides, serving);
  }

  private static Verdict verdictOf(Weighed one) {
    return one.finding().verdict().orElseThrow();
  }

  private static int seriousness(Verdict verdict) {
    return switch (verdict.state()) {
      case SUSPENDED -> 0;
      case STALLED -> 1;
      case PROGRESSING -> 2;
      case SETTLED -> 3;
    };
  }
}
