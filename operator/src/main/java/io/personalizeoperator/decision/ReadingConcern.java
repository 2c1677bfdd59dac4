package io.personalizeoperator.decision;

import io.personalizeoperator.account.Snapshot;
import io.personalizeoperator.status.Conditions;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Verdict;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * Safety rule 5: what is not read yet is not absent, and what cannot be read may be out of date.
 */
final class ReadingConcern {
  private ReadingConcern() {}

  static Optional<Finding> look(Subject<?> subject) {
    boolean identityKnown = subject.revision().plan().group().isPresent();
    return identityKnown && !subject.snapshot().synced()
        ? Optional.of(reading(subject))
        : Optional.empty();
  }

  /** Nothing is known yet: says so only if reading fails. */
  static Finding reading(Subject<?> subject) {
    boolean wasReady =
        Conditions.isTrue(subject.observed().before().conditions(), Conditions.READY);
    return Finding.rest(
        Concern.READING,
        subject
            .snapshot()
            .failure()
            .map(failure -> FailureVerdict.of(failure, wasReady))
            .orElse(
                Verdict.progressing(
                    Reason.ReadingAccount, "The operator is reading the account.", wasReady)));
  }

  /** The verdict, with its date while lists fail. */
  static Verdict dated(Observed<?, ?> observed, Verdict verdict) {
    Snapshot<?> snapshot = observed.snapshot();
    return verdict.isUnderWay() && snapshot.isStale(observed.now())
        ? verdict.withMessage(
            "%s Lists have failed since %s (%s): this may be out of date."
                .formatted(
                    verdict.message(),
                    Objects.requireNonNull(snapshot.asOf()).truncatedTo(ChronoUnit.SECONDS),
                    snapshot.failure().orElseThrow().code()))
        : verdict;
  }
}
