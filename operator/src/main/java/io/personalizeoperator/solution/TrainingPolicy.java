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
import io.personalizeoperator.decision.FailureVerdict;
import io.personalizeoperator.decision.Observed;
import io.personalizeoperator.decision.Step;
import io.personalizeoperator.status.Conditions;
import io.personalizeoperator.status.Notice;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Verdict;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.personalize.model.CreateSolutionVersionRequest;
import software.amazon.awssdk.services.personalize.model.SolutionVersionSummary;
import software.amazon.awssdk.services.personalize.model.StopSolutionVersionCreationRequest;

/**
 * When a solution is trained and which version is promoted: once when it is new and its data is
 * there, and the newest ACTIVE version. The name of a version is a function of why it is trained,
 * so that a lost reply or a crash never trains twice.
 */
final class TrainingPolicy {
  private static final String INITIAL = "initial";
  private static final String STOPPING = "CREATE STOPPING";

  Step decide(Observed<Solution, ?> observed, RemoteResource<?> solution) {
    Snapshot<SolutionVersionSummary> snapshot = observed.related(SolutionVersionCalls.KIND);
    if (!snapshot.synced()) {
      return unread(observed, snapshot);
    }
    List<RemoteResource<SolutionVersionSummary>> versions = versionsOf(observed, solution);
    Step step = decide(observed, versions, solution.arn());
    for (Notice notice : news(observed, versions)) {
      step = step.telling(notice);
    }
    return step;
  }

  /** Says so only when reading fails; a Solution that served goes on serving. */
  private static Step unread(
      Observed<Solution, ?> observed, Snapshot<SolutionVersionSummary> snapshot) {
    boolean wasReady = Conditions.isTrue(observed.before().conditions(), Conditions.READY);
    return Step.rest(
        snapshot
            .failure()
            .map(failure -> FailureVerdict.of(failure, wasReady))
            .orElse(
                Verdict.progressing(
                    Reason.ReadingAccount, "The versions are being read.", wasReady)));
  }

  /** The versions of this solution, oldest first; not those of one of the same name before it. */
  private static List<RemoteResource<SolutionVersionSummary>> versionsOf(
      Observed<Solution, ?> observed, RemoteResource<?> solution) {
    return observed.related(SolutionVersionCalls.KIND).live().stream()
        .filter(version -> !version.summary().created().isBefore(solution.summary().created()))
        .toList();
  }

  private static Optional<RemoteResource<SolutionVersionSummary>> newest(
      List<RemoteResource<SolutionVersionSummary>> versions) {
    return versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast());
  }

  private Step decide(
      Observed<Solution, ?> observed,
      List<RemoteResource<SolutionVersionSummary>> versions,
      String solutionArn) {
    Optional<RemoteResource<SolutionVersionSummary>> promoted = promoted(versions);
    Optional<RemoteResource<SolutionVersionSummary>> newest = newest(versions);
    if (promoted.isPresent()) {
      String training =
          newest
              .filter(RemoteResource::isInTransition)
              .map(n -> " A training is " + n.status() + ".")
              .orElse("");
      return Step.rest(
          Verdict.settled(
              Reason.Active,
              "Version " + Arn.idOf(promoted.get().arn()) + " is promoted." + training));
    }
    if (newest.filter(RemoteResource::isInTransition).isPresent()) {
      return Step.rest(
          Verdict.progressing(
              Reason.Training,
              "Version %s is %s.".formatted(Arn.idOf(newest.get().arn()), newest.get().status()),
              false));
    }
    if (!trainsOnCreate(observed)) {
      return Step.rest(
          Verdict.settled(
              Reason.NoSolutionVersion,
              "The solution is ACTIVE and has no version: training.onCreate is false."));
    }
    return newest
        .map(failed -> afterFailure(observed, failed, solutionArn))
        .orElseGet(() -> first(observed, solutionArn));
  }

  private static boolean trainsOnCreate(Observed<Solution, ?> observed) {
    var training = observed.resource().getSpec().training();
    return training == null || !Boolean.FALSE.equals(training.onCreate());
  }

  private static Step first(Observed<Solution, ?> observed, String solutionArn) {
    return DataImports.of(observed)
        .unfinished()
        .map(
            waiting ->
                Step.rest(
                    Verdict.progressing(
                        Reason.WaitingForDatasetImport,
                        "The first training waits for " + waiting + ".",
                        false)))
        .orElseGet(() -> train(solutionArn, INITIAL));
  }

  /**
   * A failed first training is repeated when there is new data, not before: it costs money. It is
   * named after the failure, not after the import: while the view does not show it yet, another
   * import may end, and its name would start one more.
   */
  private static Step afterFailure(
      Observed<Solution, ?> observed,
      RemoteResource<SolutionVersionSummary> failed,
      String solutionArn) {
    return DataImports.of(observed)
        .lastSuccess()
        .filter(imported -> imported.isAfter(failed.summary().created()))
        .map(
            imported ->
                train(solutionArn, INITIAL + "-" + failed.summary().created().getEpochSecond()))
        .orElse(
            Step.rest(
                Verdict.stalled(
                    Reason.TrainingFailed,
                    "Version %s is %s: %s It is trained again after the next import."
                        .formatted(
                            Arn.idOf(failed.arn()),
                            failed.status(),
                            failed.failureReason().orElse("AWS gives no reason.")),
                    false)));
  }

  private static Step train(String solutionArn, String name) {
    return Step.act(
        Verdict.progressing(Reason.Training, "The training " + name + " is being started.", false),
        new Action.CreateRelated(
            SolutionVersionCalls.KIND,
            CreateSolutionVersionRequest.builder()
                .solutionArn(solutionArn)
                .name(name)
                .trainingMode("FULL")
                .build(),
            Notice.normal("TrainingStarted", "The training " + name + " was started.")));
  }

  /** A training that runs is stopped before the solution is deleted: AWS demands it ended. */
  Optional<Step> stop(Observed<Solution, ?> observed, RemoteResource<?> solution) {
    return versionsOf(observed, solution).stream()
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
                  ? Step.rest(stopping)
                  : Step.act(
                      stopping,
                      new Action.MoveRelated(
                          SolutionVersionCalls.KIND,
                          running.arn(),
                          STOPPING,
                          StopSolutionVersionCreationRequest.builder()
                              .solutionVersionArn(running.arn())
                              .build(),
                          Notice.normal(
                              "TrainingStopped",
                              "The training of " + running.arn() + " is stopped.")));
            });
  }

  private static Optional<RemoteResource<SolutionVersionSummary>> promoted(
      List<RemoteResource<SolutionVersionSummary>> versions) {
    return versions.reversed().stream().filter(RemoteResource::isActive).findFirst();
  }

  private static List<Notice> news(
      Observed<Solution, ?> observed, List<RemoteResource<SolutionVersionSummary>> versions) {
    SolutionStatus before = observed.resource().getStatus();
    SolutionVersionStatus last = before == null ? null : before.latestVersion();
    return versions.stream()
        .filter(v -> last != null && v.arn().equals(last.arn()))
        .filter(v -> Transition.isUnderWay(last.status()) && !v.isInTransition())
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

  SolutionStatus status(
      Observed<Solution, ?> observed,
      LifecycleStatus common,
      Optional<RemoteResource<SolutionDetails>> live) {
    SolutionStatus before =
        Optional.ofNullable(observed.resource().getStatus())
            .orElse(new SolutionStatus(common, null, null, null));
    if (observed.snapshot().confirmedAbsent()) {
      return new SolutionStatus(common, null, null, null);
    }
    boolean ours = live.filter(l -> l.arn().equals(common.arn())).isPresent();
    if (!ours || !observed.related(SolutionVersionCalls.KIND).synced()) {
      return new SolutionStatus(
          common, before.latestVersion(), before.promotedVersion(), before.latestUpdate());
    }
    List<RemoteResource<SolutionVersionSummary>> versions = versionsOf(observed, live.get());
    return new SolutionStatus(
        common,
        newest(versions).map(TrainingPolicy::report).orElse(null),
        promoted(versions).map(p -> promoted(p.arn(), before, observed.now())).orElse(null),
        live.map(RemoteResource::details)
            .map(TrainingPolicy::update)
            .orElse(before.latestUpdate()));
  }

  private static PromotedVersion promoted(String arn, SolutionStatus before, Instant now) {
    PromotedVersion old = before.promotedVersion();
    return old != null && old.arn().equals(arn)
        ? old
        : new PromotedVersion(arn, Arn.idOf(arn), now.truncatedTo(ChronoUnit.SECONDS));
  }

  private static SolutionVersionStatus report(RemoteResource<SolutionVersionSummary> version) {
    SolutionVersionSummary details = version.details();
    return new SolutionVersionStatus(
        version.arn(),
        version.status(),
        details == null ? null : details.trainingModeAsString(),
        details == null ? null : details.trainingTypeAsString(),
        version.summary().created(),
        version.failureReason().orElse(null));
  }

  private static UpdateStatus update(SolutionDetails details) {
    LatestUpdate update = details.update();
    return update == null ? null : new UpdateStatus(update.status(), update.failureReason());
  }
}
