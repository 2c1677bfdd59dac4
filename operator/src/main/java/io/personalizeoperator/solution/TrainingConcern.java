package io.personalizeoperator.solution;

import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.account.Snapshot;
import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.api.solution.PromotedVersion;
import io.personalizeoperator.api.solution.SolutionVersionStatus;
import io.personalizeoperator.aws.Arn;
import io.personalizeoperator.decision.Action;
import io.personalizeoperator.decision.Concern;
import io.personalizeoperator.decision.FailureVerdict;
import io.personalizeoperator.decision.Finding;
import io.personalizeoperator.decision.PendingChange;
import io.personalizeoperator.status.Conditions;
import io.personalizeoperator.status.Notice;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Sentences;
import io.personalizeoperator.status.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.personalize.model.CreateSolutionVersionRequest;
import software.amazon.awssdk.services.personalize.model.StopSolutionVersionCreationRequest;

/**
 * Starts the training that is due, stops one that takes too long, and reads what has to be known of
 * the versions.
 *
 * @param outlook what was trained and what is due
 * @param promotions which version campaigns follow
 * @param snapshot what the account view has of the versions
 */
record TrainingConcern(
    TrainingOutlook outlook, Promotions promotions, Snapshot<SolutionVersionDetails> snapshot) {
  private static final String STOPPING = "CREATE STOPPING";

  /** How the trainings stand, and what to do about them. */
  List<Finding> look(RemoteResource<?> solution) {
    if (!isKnown()) {
      return List.of(unread(solution));
    }
    List<Finding> all = new ArrayList<>();
    all.add(
        waking(
            overdue()
                .or(() -> train(solution.arn()))
                .orElseGet(() -> Finding.rest(Concern.TRAINING, state()))));
    // Beside it: a version that cannot be read keeps none from being trained.
    named(solution.arn()).ifPresent(all::add);
    unknown().ifPresent(all::add);
    metrics().ifPresent(all::add);
    return List.copyOf(all);
  }

  /** The state of the trainings, without an action. */
  List<Finding> report(RemoteResource<?> solution) {
    return look(solution).stream().map(Finding::withoutAction).toList();
  }

  private Finding waking(Finding finding) {
    return outlook.nextChange().map(finding::wakingBy).orElse(finding);
  }

  /** Versions are listed once for a solution whose status records none. */
  private boolean isKnown() {
    return snapshot.synced();
  }

  /** A Solution that served still serves. */
  private Finding unread(RemoteResource<?> solution) {
    boolean wasReady =
        Conditions.isTrue(outlook.observed().before().conditions(), Conditions.READY);
    return Finding.rest(
        Concern.TRAINING,
        snapshot
            .failure()
            .map(failure -> FailureVerdict.of(failure, wasReady))
            .orElse(
                Verdict.progressing(
                    Reason.ReadingAccount, "Reading the solution versions.", wasReady)));
  }

  /** A version that a person has named may be older than those that are kept in mind. */
  private Optional<Finding> named(String solutionArn) {
    return promotions
        .held()
        .filter(arn -> arn.startsWith(solutionArn + "/"))
        .filter(arn -> outlook.history().of(arn).isEmpty())
        .map(arn -> reading(arn, false));
  }

  private Finding reading(String arn, boolean more) {
    return Finding.act(
        Concern.PROMOTION, atWork(), new Action.ReadRelated(SolutionVersionCalls.KIND, arn, more));
  }

  /**
   * A version whose name is not known, as a list gives none. Until then a tick that it was trained
   * for is asked of AWS again, which refuses its name.
   */
  private Optional<Finding> unknown() {
    return newestVersions().reversed().stream()
        .filter(TrainingConcern::needsDescribe)
        .flatMap(version -> Stream.ofNullable(version.arn()))
        .filter(arn -> !isDescribed(arn))
        .min(Comparator.comparing(arn -> isHeld(arn, false)))
        .map(arn -> reading(arn, false));
  }

  /** One that cannot be read keeps none of the others from being read, and is told last. */
  private boolean isHeld(String arn, boolean more) {
    Action.Key key = new Action.ReadRelated(SolutionVersionCalls.KIND, arn, more).key();
    return outlook
        .observed()
        .attempts()
        .of(key)
        .filter(failed -> outlook.observed().now().isBefore(failed.retryAt()))
        .isPresent();
  }

  private List<SolutionVersionStatus> newestVersions() {
    List<SolutionVersionStatus> all = outlook.history().versions();
    return all.subList(Math.max(0, all.size() - VersionHistory.MOST), all.size());
  }

  private static boolean needsDescribe(SolutionVersionStatus version) {
    boolean hasNoHours = VersionHistory.isActive(version) && version.trainingHours() == null;
    return version.name() == null || hasNoHours;
  }

  /** What AWS leaves out of an answer is not asked for again. */
  private boolean isDescribed(String arn) {
    return snapshot.live().stream()
        .anyMatch(version -> version.arn().equals(arn) && version.details() != null);
  }

  /**
   * Metrics of each version are read once: for the gates, the status and the gauges. Those of the
   * promoted version come first, for others are compared with it.
   */
  private Optional<Finding> metrics() {
    Stream<String> promoted =
        promotions.promoted().map(PromotedVersion::arn).stream().filter(this::lacksMetrics);
    Stream<String> newest =
        newestVersions().reversed().stream()
            .filter(VersionHistory::isActive)
            .filter(version -> version.metrics() == null)
            .flatMap(version -> Stream.ofNullable(version.arn()));
    return Stream.concat(promoted, newest)
        .min(Comparator.comparing(arn -> isHeld(arn, true)))
        .map(arn -> reading(arn, true));
  }

  private boolean lacksMetrics(String arn) {
    return outlook
        .history()
        .of(arn)
        .filter(version -> version.metrics() != null || !VersionHistory.isActive(version))
        .isEmpty();
  }

  private Optional<Finding> overdue() {
    return outlook
        .stopAt()
        .filter(at -> !outlook.observed().now().isBefore(at))
        .flatMap(at -> outlook.history().underWay())
        .filter(version -> !version.status().equals(STOPPING))
        .map(
            version ->
                Finding.act(
                    Concern.TRAINING,
                    atWork(),
                    stopping(
                        Objects.requireNonNull(version.arn()),
                        Notice.warning(
                            "TrainingStopped",
                            "Version %s took longer than training.maximumDuration and is stopped."
                                .formatted(Arn.idOf(version.arn()))))));
  }

  private Optional<Finding> train(String solutionArn) {
    Optional<TrainingRequest> next = outlook.next();
    if (next.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        changingDataset()
            .or(this::unfinishedImports)
            .map(waiting -> Finding.rest(Concern.TRAINING, waiting))
            .orElseGet(() -> start(solutionArn, next.get())));
  }

  /** A training on the schema before costs as much as one on the schema that is wanted. */
  private Optional<Verdict> changingDataset() {
    return outlook.observed().neighbours().stream()
        .flatMap(neighbour -> PendingChange.of(neighbour).stream())
        // A change that AWS refuses leaves the data as it was: what was trained before goes on.
        .filter(change -> !change.isRefused() || !outlook.isTrained())
        .findFirst()
        .map(change -> waiting(Reason.WaitingForDataset, "waits. " + change.message()));
  }

  private Optional<Verdict> unfinishedImports() {
    return outlook.isTrained()
        ? Optional.empty()
        : outlook
            .imports()
            .unfinished()
            .map(imports -> waiting(Reason.WaitingForDatasetImport, "waits for " + imports + "."));
  }

  /** A solution that was trained before serves while the next training waits. */
  private Verdict waiting(Reason reason, String what) {
    return outlook.isTrained()
        ? state()
        : Verdict.progressing(reason, "The first training " + what, false);
  }

  private Finding start(String solutionArn, TrainingRequest request) {
    String name = request.name().text();
    return Finding.act(
            Concern.TRAINING,
            outlook.isTrained()
                ? atWork()
                : Verdict.progressing(
                    Reason.Training, "Starting the training " + name + ".", false),
            new Action.CreateRelated(
                SolutionVersionCalls.KIND,
                solutionArn,
                CreateSolutionVersionRequest.builder()
                    .solutionArn(solutionArn)
                    .name(name)
                    .trainingMode(request.mode().name())
                    .build(),
                Notice.normal(
                    "TrainingStarted",
                    "The %s training %s was started: %s."
                        .formatted(request.mode(), name, request.why()))))
        .dueBy(request.deadline());
  }

  /** A call by schedule is not Reconciling where a version serves, also when it fails. */
  private Verdict atWork() {
    Verdict state = state();
    return state.state() == Verdict.State.SETTLED && promotions.promoted().isPresent()
        ? Verdict.scheduled(state.reason(), state.message())
        : state;
  }

  /** How the solution stands, whatever is about to be done. */
  private Verdict state() {
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
        .map(version -> " The newest, %s, is not: %s.".formatted(label(version), version.message()))
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
          "Version %s is %s.".formatted(label(underWay.get()), underWay.get().status()),
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
                label(newest),
                Objects.requireNonNullElse(judged.message(), ""),
                PersonalizeResource.PROMOTE,
                label(newest)),
        false);
  }

  private Verdict failed(SolutionVersionStatus version) {
    String what =
        "Version %s is %s: %s"
            .formatted(label(version), version.status(), Sentences.ofAws(version.failureReason()));
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

  private static String label(SolutionVersionStatus version) {
    return version.arn() == null
        ? Objects.requireNonNullElse(version.name(), "")
        : Arn.idOf(version.arn());
  }

  /** A training that runs is stopped before the solution is deleted: AWS demands it ended. */
  Optional<Finding> stop() {
    return snapshot.live().stream()
        .filter(RemoteResource::isInTransition)
        .findFirst()
        .map(
            running -> {
              Verdict stopping =
                  Verdict.progressing(
                      Reason.Deleting,
                      "The deletion waits for version %s, which is %s."
                          .formatted(Arn.idOf(running.arn()), running.status()),
                      false);
              return running.status().equals(STOPPING)
                  ? Finding.rest(Concern.DELETION, stopping)
                  : Finding.act(
                      Concern.DELETION,
                      stopping,
                      stopping(
                          running.arn(),
                          Notice.normal(
                              "TrainingStopped",
                              "The training of " + running.arn() + " was stopped.")));
            });
  }

  private static Action stopping(String arn, Notice notice) {
    return new Action.MoveRelated(
        SolutionVersionCalls.KIND,
        arn,
        STOPPING,
        StopSolutionVersionCreationRequest.builder().solutionVersionArn(arn).build(),
        notice);
  }
}
