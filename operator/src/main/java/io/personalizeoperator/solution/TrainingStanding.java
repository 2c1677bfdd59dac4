package io.personalizeoperator.solution;

import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.api.solution.SolutionVersionStatus;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Sentences;
import io.personalizeoperator.status.Verdict;
import java.util.Objects;
import java.util.Optional;

/**
 * How a solution stands for the people who look at it: what serves, what is trained, what is kept
 * back.
 *
 * @param outlook what was trained and what is due
 * @param promotions which version campaigns follow
 */
record TrainingStanding(TrainingOutlook outlook, Promotions promotions) {

  /** How it stands, whatever is about to be done. */
  Verdict verdict() {
    if (!outlook.problems().isEmpty()) {
      return Verdict.stalled(
          Reason.InvalidSchedule,
          String.join("; ", outlook.problems()),
          promotions.promoted().isPresent());
    }
    return promotions
        .promoted()
        .map(promoted -> serving(promoted.id()))
        .or(
            () ->
                promotions
                    .problem()
                    .map(problem -> Verdict.stalled(Reason.PromotionRefused, problem, false)))
        .orElseGet(this::notServing);
  }

  private Verdict serving(String promoted) {
    String message =
        "Version %s is promoted%s.%s%s".formatted(promoted, hold(), blocked(), training());
    return promotions
        .problem()
        .map(problem -> Verdict.stalled(Reason.PromotionRefused, problem + " " + message, true))
        .orElseGet(() -> Verdict.settled(Reason.Active, message));
  }

  /** A rollback that nobody remembers would keep new versions back for good. */
  private String hold() {
    return promotions.held().isPresent()
        ? " and held until the annotation %s is auto".formatted(PersonalizeResource.PROMOTE)
        : "";
  }

  private String blocked() {
    return promotions
        .blocked()
        .map(
            version ->
                " The newest, %s, is not: %s."
                    .formatted(VersionRecords.id(version), version.message()))
        .orElse("");
  }

  private String training() {
    return outlook
        .history()
        .underWay()
        .map(version -> " A training is " + version.status() + ".")
        .orElse("");
  }

  private Verdict notServing() {
    Optional<SolutionVersionStatus> underWay = outlook.history().underWay();
    if (underWay.isPresent()) {
      return Verdict.progressing(
          Reason.Training,
          "Version %s is %s.".formatted(VersionRecords.id(underWay.get()), underWay.get().status()),
          false);
    }
    Optional<SolutionVersionStatus> newest = outlook.history().newest();
    if (newest.filter(VersionHistory::isActive).isPresent()) {
      return notPromoted(newest.get());
    }
    return newest
        .map(this::failed)
        .orElseGet(
            () ->
                Verdict.settled(
                    Reason.NoSolutionVersion,
                    "The solution is ACTIVE and has no version, because training.onCreate is false. A schedule, an import with training.afterImport or the annotation %s trains it."
                        .formatted(PersonalizeResource.TRAIN)));
  }

  private Verdict notPromoted(SolutionVersionStatus newest) {
    SolutionVersionStatus judged =
        promotions.history().stream()
            .filter(version -> Objects.equals(version.arn(), newest.arn()))
            .findFirst()
            .orElse(newest);
    return Verdict.progressing(
        Reason.WaitingForPromotion,
        "Version %s is ACTIVE and not promoted: %s. To promote it anyway, set the annotation %s to %s."
            .formatted(
                VersionRecords.id(newest),
                Objects.requireNonNullElse(judged.message(), ""),
                PersonalizeResource.PROMOTE,
                VersionRecords.id(newest)),
        false);
  }

  private Verdict failed(SolutionVersionStatus version) {
    String what =
        "Version %s is %s: %s"
            .formatted(
                VersionRecords.id(version),
                version.status(),
                Sentences.ofAws(version.failureReason()));
    return outlook.retryAt().isPresent()
        ? Verdict.progressing(
            Reason.TrainingFailed, what + " The operator repeats the training.", false)
        : Verdict.stalled(
            Reason.TrainingFailed,
            what
                + " The operator trains again after the next import%s, or with a new value of the annotation %s."
                    .formatted(
                        outlook.policy().schedules().isEmpty() ? "" : ", at the next tick",
                        PersonalizeResource.TRAIN),
            false);
  }

  /** A call by schedule is not Reconciling where a version serves, also when it fails. */
  Verdict atWork() {
    Verdict state = verdict();
    return state.state() == Verdict.State.SETTLED && promotions.promoted().isPresent()
        ? Verdict.scheduled(state.reason(), state.message())
        : state;
  }
}
