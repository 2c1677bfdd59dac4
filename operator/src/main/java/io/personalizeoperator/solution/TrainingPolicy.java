package io.personalizeoperator.solution;

import io.personalizeoperator.api.LifecycleStatus;
import io.personalizeoperator.api.PromotedVersion;
import io.personalizeoperator.api.Solution;
import io.personalizeoperator.api.SolutionStatus;
import io.personalizeoperator.api.SolutionVersionStatus;
import io.personalizeoperator.api.UpdateStatus;
import io.personalizeoperator.aws.Arn;
import io.personalizeoperator.aws.LatestUpdate;
import io.personalizeoperator.aws.Live;
import io.personalizeoperator.aws.Sighting;
import io.personalizeoperator.aws.Transition;
import io.personalizeoperator.lifecycle.Action;
import io.personalizeoperator.lifecycle.Observed;
import io.personalizeoperator.lifecycle.Step;
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

  Step decide(Observed<Solution, ?> observed, String solutionArn) {
    Sighting<SolutionVersionSummary> versions = observed.related(SolutionVersions.KIND);
    if (!versions.known()) {
      return Step.rest(
          Verdict.progressing(Reason.ReadingAccount, "The versions are being read.", false));
    }
    Step step = decide(observed, versions, solutionArn);
    for (Notice notice : news(observed, versions)) {
      step = step.telling(notice);
    }
    return step;
  }

  private Step decide(
      Observed<Solution, ?> observed,
      Sighting<SolutionVersionSummary> versions,
      String solutionArn) {
    Optional<Live<SolutionVersionSummary>> promoted = promoted(versions);
    Optional<Live<SolutionVersionSummary>> newest = versions.newest();
    if (promoted.isPresent()) {
      String training =
          newest
              .filter(Live::isInTransition)
              .map(n -> " A training is " + n.status() + ".")
              .orElse("");
      return Step.rest(
          Verdict.settled(
              Reason.Active,
              "Version " + Arn.idOf(promoted.get().arn()) + " is promoted." + training));
    }
    if (newest.filter(Live::isInTransition).isPresent()) {
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

  /** A failed first training is repeated when there is new data, not before: it costs money. */
  private static Step afterFailure(
      Observed<Solution, ?> observed, Live<SolutionVersionSummary> failed, String solutionArn) {
    return DataImports.of(observed)
        .lastSuccess()
        .filter(imported -> imported.isAfter(failed.summary().created()))
        .map(imported -> train(solutionArn, INITIAL + "-" + imported.getEpochSecond()))
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
        new Action.Policy(
            "Train " + name,
            CreateSolutionVersionRequest.builder()
                .solutionArn(solutionArn)
                .name(name)
                .trainingMode("FULL")
                .build(),
            Notice.normal("TrainingStarted", "The training " + name + " was started.")));
  }

  /** A training that runs is stopped before the solution is deleted: AWS demands it ended. */
  Optional<Step> stop(Observed<Solution, ?> observed) {
    Sighting<SolutionVersionSummary> versions = observed.related(SolutionVersions.KIND);
    return versions.live().stream()
        .filter(Live::isInTransition)
        .findFirst()
        .map(
            running -> {
              Verdict stopping =
                  Verdict.progressing(
                      Reason.Deleting,
                      "The deletion waits for version %s, which is %s."
                          .formatted(Arn.idOf(running.arn()), running.status()),
                      false);
              return running.status().equals("CREATE STOPPING")
                  ? Step.rest(stopping)
                  : Step.act(
                      stopping,
                      new Action.Policy(
                          "Stop " + Arn.idOf(running.arn()),
                          StopSolutionVersionCreationRequest.builder()
                              .solutionVersionArn(running.arn())
                              .build(),
                          Notice.normal(
                              "TrainingStopped",
                              "The training of " + running.arn() + " is stopped.")));
            });
  }

  private static Optional<Live<SolutionVersionSummary>> promoted(
      Sighting<SolutionVersionSummary> versions) {
    return versions.live().reversed().stream().filter(Live::isActive).findFirst();
  }

  private static List<Notice> news(
      Observed<Solution, ?> observed, Sighting<SolutionVersionSummary> versions) {
    SolutionStatus before = observed.resource().getStatus();
    SolutionVersionStatus last = before == null ? null : before.latestVersion();
    return versions.live().stream()
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
      Optional<Live<SolutionDetails>> live) {
    SolutionStatus before =
        Optional.ofNullable(observed.resource().getStatus())
            .orElse(new SolutionStatus(common, null, null, null));
    Sighting<SolutionVersionSummary> versions = observed.related(SolutionVersions.KIND);
    boolean ours = common.arn() != null;
    if (!ours || !versions.known()) {
      return new SolutionStatus(
          common, before.latestVersion(), before.promotedVersion(), before.latestUpdate());
    }
    return new SolutionStatus(
        common,
        versions.newest().map(TrainingPolicy::report).orElse(null),
        promoted(versions).map(p -> promoted(p.arn(), before, observed.now())).orElse(null),
        live.map(Live::details).map(TrainingPolicy::update).orElse(before.latestUpdate()));
  }

  private static PromotedVersion promoted(String arn, SolutionStatus before, Instant now) {
    PromotedVersion old = before.promotedVersion();
    return old != null && old.arn().equals(arn)
        ? old
        : new PromotedVersion(arn, Arn.idOf(arn), now.truncatedTo(ChronoUnit.SECONDS));
  }

  private static SolutionVersionStatus report(Live<SolutionVersionSummary> version) {
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
