package io.personalizeoperator.solution;

import io.personalizeoperator.account.LatestUpdate;
import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.account.Snapshot;
import io.personalizeoperator.account.Transition;
import io.personalizeoperator.api.LifecycleStatus;
import io.personalizeoperator.api.UpdateStatus;
import io.personalizeoperator.api.solution.PromotedVersion;
import io.personalizeoperator.api.solution.Solution;
import io.personalizeoperator.api.solution.SolutionStatus;
import io.personalizeoperator.api.solution.SolutionVersionStatus;
import io.personalizeoperator.aws.Arn;
import io.personalizeoperator.decision.Action;
import io.personalizeoperator.decision.Concern;
import io.personalizeoperator.decision.FailureVerdict;
import io.personalizeoperator.decision.Finding;
import io.personalizeoperator.decision.Observed;
import io.personalizeoperator.decision.PendingChange;
import io.personalizeoperator.status.Conditions;
import io.personalizeoperator.status.Notice;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Sentences;
import io.personalizeoperator.status.Verdict;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.personalize.model.CreateSolutionVersionRequest;
import software.amazon.awssdk.services.personalize.model.SolutionVersionSummary;
import software.amazon.awssdk.services.personalize.model.StopSolutionVersionCreationRequest;

/**
 * When a solution is trained and which version is promoted: once when it is new and its data is
 * there, and the newest ACTIVE version. The name of a version is a function of why it is trained,
 * so that a lost reply or a crash never trains twice.
 *
 * @param observed all that was observed
 * @param snapshot what the account view has of the solution's versions
 * @param versions those of this solution, oldest first; not those of one of the same name before it
 */
record TrainingConcern(
    Observed<Solution, SolutionDetails> observed,
    Snapshot<SolutionVersionSummary> snapshot,
    List<RemoteResource<SolutionVersionSummary>> versions) {
  private static final String INITIAL = "initial";
  private static final String STOPPING = "CREATE STOPPING";

  static TrainingConcern of(Observed<Solution, SolutionDetails> observed) {
    Snapshot<SolutionVersionSummary> snapshot = observed.related(SolutionVersionCalls.KIND);
    Optional<Instant> made = observed.live().map(live -> live.summary().created());
    return new TrainingConcern(
        observed,
        snapshot,
        snapshot.live().stream()
            .filter(version -> made.filter(version.summary().created()::isBefore).isEmpty())
            .toList());
  }

  /** How the trainings stand, and what to do about them. */
  Finding look(RemoteResource<?> solution) {
    if (!snapshot.synced()) {
      return unread();
    }
    return telling(underWayOrPromoted().orElseGet(() -> train(solution.arn())));
  }

  /** The state of the trainings, without an action. */
  Finding report(RemoteResource<?> solution) {
    return look(solution).withoutAction();
  }

  private Finding telling(Finding finding) {
    Finding all = finding;
    for (Notice notice : news()) {
      all = all.telling(notice);
    }
    return all;
  }

  /** Reported only when reading fails; a Solution that served still serves. */
  private Finding unread() {
    boolean wasReady = Conditions.isTrue(observed.before().conditions(), Conditions.READY);
    return Finding.rest(
        Concern.TRAINING,
        snapshot
            .failure()
            .map(failure -> FailureVerdict.of(failure, wasReady))
            .orElse(
                Verdict.progressing(
                    Reason.ReadingAccount, "Reading the solution versions.", wasReady)));
  }

  private Optional<RemoteResource<SolutionVersionSummary>> newest() {
    return versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast());
  }

  private Optional<RemoteResource<SolutionVersionSummary>> promoted() {
    return versions.reversed().stream().filter(RemoteResource::isActive).findFirst();
  }

  private Optional<Finding> underWayOrPromoted() {
    Optional<RemoteResource<SolutionVersionSummary>> underWay =
        newest().filter(RemoteResource::isInTransition);
    if (promoted().isPresent()) {
      return Optional.of(
          Finding.rest(
              Concern.TRAINING,
              Verdict.settled(
                  Reason.Active,
                  "Version %s is promoted.%s"
                      .formatted(
                          Arn.idOf(promoted().get().arn()),
                          underWay
                              .map(version -> " A training is " + version.status() + ".")
                              .orElse("")))));
    }
    return underWay.map(
        version ->
            Finding.rest(
                Concern.TRAINING,
                Verdict.progressing(
                    Reason.Training,
                    "Version %s is %s.".formatted(Arn.idOf(version.arn()), version.status()),
                    false)));
  }

  private Finding train(String solutionArn) {
    if (!trainsOnCreate()) {
      return Finding.rest(
          Concern.TRAINING,
          Verdict.settled(
              Reason.NoSolutionVersion,
              "The solution is ACTIVE and has no version: training.onCreate is false."));
    }
    return newest()
        .map(failed -> afterFailure(failed, solutionArn))
        .orElseGet(() -> first(solutionArn));
  }

  private boolean trainsOnCreate() {
    var training = observed.resource().getSpec().training();
    return training == null || !Boolean.FALSE.equals(training.onCreate());
  }

  private Finding first(String solutionArn) {
    return changingDataset()
        .or(this::unfinishedImports)
        .map(waiting -> Finding.rest(Concern.TRAINING, waiting))
        .orElseGet(() -> start(solutionArn, INITIAL));
  }

  /** A training on the schema before costs as much as one on the schema that is wanted. */
  private Optional<Verdict> changingDataset() {
    return observed.neighbours().stream()
        .flatMap(neighbour -> PendingChange.of(neighbour).stream())
        .findFirst()
        .map(
            change ->
                Verdict.progressing(
                    Reason.WaitingForDataset,
                    "The first training waits. " + change.message(),
                    false));
  }

  private Optional<Verdict> unfinishedImports() {
    return DataImports.of(observed)
        .unfinished()
        .map(
            waiting ->
                Verdict.progressing(
                    Reason.WaitingForDatasetImport,
                    "The first training waits for " + waiting + ".",
                    false));
  }

  /**
   * A failed first training is repeated when there is new data, not before: it costs money. It is
   * named after the failure, not after the import: while the view does not show it yet, another
   * import may end, and its name would start one more.
   */
  private Finding afterFailure(RemoteResource<SolutionVersionSummary> failed, String solutionArn) {
    return DataImports.of(observed)
        .lastSuccess()
        .filter(imported -> imported.isAfter(failed.summary().created()))
        .map(
            imported ->
                start(solutionArn, INITIAL + "-" + failed.summary().created().getEpochSecond()))
        .orElseGet(
            () ->
                Finding.rest(
                    Concern.TRAINING,
                    Verdict.stalled(
                        Reason.TrainingFailed,
                        "Version %s is %s: %s The operator trains again after the next import."
                            .formatted(
                                Arn.idOf(failed.arn()),
                                failed.status(),
                                Sentences.ofAws(failed.failureReason().orElse(null))),
                        false)));
  }

  private static Finding start(String solutionArn, String name) {
    return Finding.act(
        Concern.TRAINING,
        Verdict.progressing(Reason.Training, "Starting the training " + name + ".", false),
        new Action.CreateRelated(
            SolutionVersionCalls.KIND,
            solutionArn,
            CreateSolutionVersionRequest.builder()
                .solutionArn(solutionArn)
                .name(name)
                .trainingMode("FULL")
                .build(),
            Notice.normal("TrainingStarted", "The training " + name + " was started.")));
  }

  /** A training that runs is stopped before the solution is deleted: AWS demands it ended. */
  Optional<Finding> stop(RemoteResource<?> solution) {
    return versions.stream()
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
                  : Finding.act(Concern.DELETION, stopping, stopping(running));
            });
  }

  private static Action stopping(RemoteResource<SolutionVersionSummary> running) {
    return new Action.MoveRelated(
        SolutionVersionCalls.KIND,
        running.arn(),
        STOPPING,
        StopSolutionVersionCreationRequest.builder().solutionVersionArn(running.arn()).build(),
        Notice.normal("TrainingStopped", "The training of " + running.arn() + " was stopped."));
  }

  private List<Notice> news() {
    SolutionStatus before = observed.resource().getStatus();
    SolutionVersionStatus last = before == null ? null : before.latestVersion();
    return versions.stream()
        .filter(
            v ->
                last != null
                    && v.arn().equals(last.arn())
                    && Transition.isUnderWay(last.status())
                    && !v.isInTransition())
        .map(
            v ->
                v.isActive()
                    ? Notice.normal(
                        "TrainingSucceeded", "Version " + Arn.idOf(v.arn()) + " is ACTIVE.")
                    : Notice.warning(
                        "TrainingFailed",
                        "Version %s is %s: %s"
                            .formatted(
                                Arn.idOf(v.arn()), v.status(), v.failureReason().orElse(""))))
        .toList();
  }

  SolutionStatus status(LifecycleStatus common, Optional<RemoteResource<SolutionDetails>> live) {
    SolutionStatus before =
        Optional.ofNullable(observed.resource().getStatus())
            .orElse(new SolutionStatus(common, null, null, null));
    if (observed.snapshot().confirmedAbsent()) {
      return new SolutionStatus(common, null, null, null);
    }
    boolean ours = live.filter(l -> l.arn().equals(common.arn())).isPresent();
    if (!ours || !snapshot.synced()) {
      return new SolutionStatus(
          common, before.latestVersion(), before.promotedVersion(), before.latestUpdate());
    }
    return new SolutionStatus(
        common,
        newest().map(TrainingConcern::statusOf).orElse(null),
        promoted().map(p -> promoted(p.arn(), before)).orElse(null),
        live.map(RemoteResource::details)
            .map(TrainingConcern::update)
            .orElse(before.latestUpdate()));
  }

  private PromotedVersion promoted(String arn, SolutionStatus before) {
    PromotedVersion old = before.promotedVersion();
    return old != null && old.arn().equals(arn)
        ? old
        : new PromotedVersion(arn, Arn.idOf(arn), observed.now().truncatedTo(ChronoUnit.SECONDS));
  }

  private static SolutionVersionStatus statusOf(RemoteResource<SolutionVersionSummary> version) {
    SolutionVersionSummary details = version.details();
    return new SolutionVersionStatus(
        version.arn(),
        version.status(),
        details == null ? null : details.trainingModeAsString(),
        details == null ? null : details.trainingTypeAsString(),
        version.summary().created(),
        version.failureReason().orElse(null));
  }

  private static @Nullable UpdateStatus update(SolutionDetails details) {
    LatestUpdate update = details.update();
    return update == null ? null : new UpdateStatus(update.status(), update.failureReason());
  }
}
