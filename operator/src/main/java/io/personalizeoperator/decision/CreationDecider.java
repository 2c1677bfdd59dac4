package io.personalizeoperator.decision;

import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.status.Notice;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.personalize.model.Tag;

/** What to do about a resource that is not in AWS. */
final class CreationDecider<R extends PersonalizeResource<?, ?>, D> {
  private static final Duration CONFIRM_EVERY = Duration.ofSeconds(30);
  private final KindDecider<R, D> kind;

  CreationDecider(KindDecider<R, D> kind) {
    this.kind = kind;
  }

  Step decide(Observed<R, D> observed) {
    Optional<String> arn = kind.knownArn(observed);
    if (arn.isEmpty()) {
      return create(observed, Notice.normal("Created", made(observed)));
    }
    return unconfirmed(observed, arn.get())
        .or(() -> vanished(observed, arn.get()))
        .orElseGet(
            () ->
                create(
                    observed,
                    Notice.warning(
                        "DriftCorrected", arn.get() + " was gone in AWS. " + made(observed))));
  }

  private String made(Observed<R, D> observed) {
    return "Creation of the " + kind.noun() + " " + observed.resource().awsName() + " was started.";
  }

  /** Safety rule 1: absence from one list is not proof of deletion. */
  private Optional<Step> unconfirmed(Observed<R, D> observed, String arn) {
    if (observed.account().isEmpty()) {
      return Optional.of(
          Step.restUntil(
              Verdict.progressing(
                  Reason.AccountUnknown,
                  arn
                      + " is not found, and AWS has not told the account yet, so that it may be"
                      + " another one. Allow sts:GetCallerIdentity to the operator.",
                  false),
              observed.now().plus(CONFIRM_EVERY)));
    }
    if (observed.snapshot().confirmedAbsent()) {
      return Optional.empty();
    }
    return Optional.of(
        Step.act(
                Verdict.progressing(
                    Reason.ConfirmingAbsence,
                    arn + " is not in AWS's answers; whether it is gone is being confirmed.",
                    false),
                new Action.ReadDetails(arn))
            .wakingBy(observed.now().plus(CONFIRM_EVERY)));
  }

  /** Safety rule 2: what holds data is not silently made again empty. */
  private Optional<Step> vanished(Observed<R, D> observed, String arn) {
    return kind.holdsData() && !Recreation.isAskedFor(observed)
        ? Optional.of(
            Step.rest(
                Verdict.stalled(
                    Reason.Vanished,
                    arn
                        + " was deleted in AWS, with its data. To make it again empty, "
                        + Recreation.how()
                        + ".",
                    false)))
        : Optional.empty();
  }

  private Step create(Observed<R, D> observed, Notice notice) {
    Map<String, String> tags =
        kind.isTaggable() ? observed.owner().with(observed.resource().getSpec().tags()) : Map.of();
    return Step.act(
        Verdict.progressing(Reason.Creating, "The " + kind.noun() + " is being created.", false),
        new Action.Create(kind.create(observed, toList(tags)), tags, notice));
  }

  private static List<Tag> toList(Map<String, String> tags) {
    return tags.entrySet().stream()
        .map(t -> Tag.builder().tagKey(t.getKey()).tagValue(t.getValue()).build())
        .toList();
  }
}
