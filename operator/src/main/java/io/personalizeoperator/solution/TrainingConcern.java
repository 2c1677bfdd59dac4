package io.personalizeoperator.solution;

import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.account.Snapshot;
import io.personalizeoperator.aws.Arn;
import io.personalizeoperator.decision.Action;
import io.personalizeoperator.decision.Concern;
import io.personalizeoperator.decision.FailureVerdict;
import io.personalizeoperator.decision.Finding;
import io.personalizeoperator.decision.PendingChange;
import io.personalizeoperator.status.Conditions;
import io.personalizeoperator.status.Notice;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.personalize.model.CreateSolutionVersionRequest;
import software.amazon.awssdk.services.personalize.model.StopSolutionVersionCreationRequest;

/**
 * Starts the training that is due, and stops one that takes too long or whose solution goes.
 *
 * @param outlook what was trained and what is due
 * @param standing how the solution stands
 * @param reading what is read of the versions beside it
 * @param snapshot what the account view has of the versions
 */
record TrainingConcern(
    TrainingOutlook outlook,
    TrainingStanding standing,
    VersionReading reading,
    Snapshot<SolutionVersionDetails> snapshot) {
  private static final String STOPPING = "CREATE STOPPING";

  static TrainingConcern of(
      TrainingOutlook outlook, Promotions promotions, Snapshot<SolutionVersionDetails> snapshot) {
    TrainingStanding standing = new TrainingStanding(outlook, promotions);
    return new TrainingConcern(
        outlook, standing, new VersionReading(outlook, promotions, snapshot, standing), snapshot);
  }

  /** How the trainings stand, and what to do about them. */
  List<Finding> look(RemoteResource<?> solution) {
    if (!snapshot.synced()) {
      return List.of(unread());
    }
    List<Finding> all = new ArrayList<>();
    all.add(
        waking(
            overdue()
                .or(() -> train(solution.arn()))
                .orElseGet(() -> Finding.rest(Concern.TRAINING, standing.verdict()))));
    // Beside it: a version that cannot be read keeps none from being trained.
    all.addAll(reading.look(solution.arn()));
    return List.copyOf(all);
  }

  /** The state of the trainings, without an action. */
  List<Finding> report(RemoteResource<?> solution) {
    return look(solution).stream().map(Finding::withoutAction).toList();
  }

  private Finding waking(Finding finding) {
    return outlook.nextChange().map(finding::wakingBy).orElse(finding);
  }

  /** A Solution that served still serves. */
  private Finding unread() {
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
                    standing.atWork(),
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
        ? standing.verdict()
        : Verdict.progressing(reason, "The first training " + what, false);
  }

  private Finding start(String solutionArn, TrainingRequest request) {
    String name = request.name().text();
    return Finding.act(
            Concern.TRAINING,
            outlook.isTrained()
                ? standing.atWork()
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
