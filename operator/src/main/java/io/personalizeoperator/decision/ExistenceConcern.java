package io.personalizeoperator.decision;

import io.personalizeoperator.status.Notice;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.personalize.model.Tag;

/** What to do about a revision that is not in AWS. */
final class ExistenceConcern {
  private static final Duration CONFIRM_EVERY = Duration.ofSeconds(30);

  private ExistenceConcern() {}

  static Finding look(Subject<?> subject) {
    String arn = subject.recorded().arn();
    boolean canVanish = !subject.traits().has(Trait.UNDELETABLE);
    if (arn == null || !canVanish) {
      return create(subject, Notice.normal("Created", made(subject)));
    }
    return unconfirmed(subject, arn)
        .or(() -> vanished(subject, arn))
        .orElseGet(
            () ->
                create(
                    subject,
                    Notice.warning("DriftCorrected", arn + " was gone in AWS. " + made(subject))));
  }

  private static String made(Subject<?> subject) {
    return "Creation of the %s %s was started."
        .formatted(subject.traits().noun(), subject.revision().name());
  }

  /** Safety rule 1: absence from one list is not proof of deletion. */
  private static Optional<Finding> unconfirmed(Subject<?> subject, String arn) {
    Instant again = subject.now().plus(CONFIRM_EVERY);
    if (subject.observed().account().isEmpty()) {
      return Optional.of(
          Finding.restUntil(
              Concern.EXISTENCE,
              Verdict.progressing(
                  Reason.AccountUnknown,
                  arn
                      + " is not found, but the operator does not know yet in which AWS account it"
                      + " looks. Allow sts:GetCallerIdentity to the operator.",
                  false),
              again));
    }
    if (subject.snapshot().confirmedAbsent()) {
      return Optional.empty();
    }
    return Optional.of(
        Finding.act(
                Concern.EXISTENCE,
                Verdict.progressing(
                    Reason.ConfirmingAbsence,
                    arn + " is not in AWS's lists. Confirming that it is gone.",
                    false),
                new Action.ReadDetails(arn))
            .dueBy(subject.intent().neededBy())
            .wakingBy(again));
  }

  /** Safety rule 2: a resource that holds data is not silently created again, empty. */
  private static Optional<Finding> vanished(Subject<?> subject, String arn) {
    return subject.traits().has(Trait.HOLDS_DATA) && !Recreation.isAskedFor(subject.observed())
        ? Optional.of(
            Finding.rest(
                Concern.EXISTENCE,
                Verdict.stalled(
                    Reason.Vanished,
                    arn
                        + " was deleted in AWS, with its data. To create it again, empty, "
                        + Recreation.how()
                        + ".",
                    false)))
        : Optional.empty();
  }

  private static <D> Finding create(Subject<D> subject, Notice notice) {
    Map<String, String> tags = subject.wantedTags();
    return Finding.act(
            Concern.EXISTENCE,
            Verdict.progressing(
                Reason.Creating, "The " + subject.traits().noun() + " is being created.", false),
            new Action.Create(
                subject.revision().plan(),
                subject.intent().create(subject.revision(), toList(tags)),
                tags,
                notice))
        .dueBy(subject.intent().neededBy())
        .changedAt(subject.intent().surroundingsChanged());
  }

  private static List<Tag> toList(Map<String, String> tags) {
    return tags.entrySet().stream()
        .map(t -> Tag.builder().tagKey(t.getKey()).tagValue(t.getValue()).build())
        .toList();
  }
}
