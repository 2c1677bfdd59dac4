package io.personalizeoperator.solution;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.account.LatestUpdate;
import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.api.solution.Solution;
import io.personalizeoperator.api.solution.SolutionSpec;
import io.personalizeoperator.decision.Drift;
import io.personalizeoperator.testing.Manifests;
import io.personalizeoperator.testing.Observation;
import io.personalizeoperator.testing.Remote;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.personalize.model.EventParameters;
import software.amazon.awssdk.services.personalize.model.EventsConfig;
import software.amazon.awssdk.services.personalize.model.UpdateSolutionRequest;

class SolutionUpdateTest {
  private static final Instant NOW = Observation.NOW;
  private static final SolutionUpdate NOTHING = new SolutionUpdate(false, null, null, null);

  private static SolutionSpec spec(String more) {
    return Manifests.read(
            Solution.class,
            "metadata: {name: s}\nspec:\n  recipe: aws-sims\n  datasetGroupRef: {name: g}\n" + more)
        .getSpec();
  }

  private static RemoteResource<SolutionDetails> live(
      SolutionUpdate inForce, SolutionUpdate requested, LatestUpdate update) {
    return Remote.<SolutionDetails>active(Observation.arn("solution/s"))
        .details(new SolutionDetails("g", "r", null, null, null, null, inForce, requested, update))
        .live();
  }

  private static LatestUpdate update(String status, Instant at) {
    return new LatestUpdate(status, "Too much.", at, at);
  }

  private static UpdateSolutionRequest repair(Drift drift) {
    assertThat(drift).isInstanceOf(Drift.Repairable.class);
    return (UpdateSolutionRequest) ((Drift.Repairable) drift).request();
  }

  @Test
  void whatTheManifestLeavesOutGoesBackToAwssDefault() {
    SolutionUpdate set = new SolutionUpdate(true, "rate(3 days)", true, null);

    Drift drift =
        SolutionUpdate.drift(spec("  performAutoTraining: true"), live(set, null, null), NOW);

    UpdateSolutionRequest request = repair(drift);
    assertThat(request.solutionUpdateConfig().autoTrainingConfig().schedulingExpression())
        .isEqualTo("rate(7 days)");
    assertThat(request.performIncrementalUpdate()).isFalse();
    assertThat(((Drift.Repairable) drift).what())
        .isEqualTo(
            "autoTrainingConfig rate(3 days) -> rate(7 days), performIncrementalUpdate true ->"
                + " false");
  }

  @Test
  void whatHasAwssDefaultAlreadyIsNotSent() {
    SolutionUpdate spelledOut = new SolutionUpdate(true, "rate(7 days)", false, null);
    SolutionUpdate silent = new SolutionUpdate(true, null, null, null);
    SolutionUpdate off = new SolutionUpdate(false, "rate(3 days)", false, null);

    for (SolutionUpdate inForce : new SolutionUpdate[] {spelledOut, silent}) {
      assertThat(
              SolutionUpdate.drift(
                  spec("  performAutoTraining: true"), live(inForce, null, null), NOW))
          .isEqualTo(Drift.NONE);
    }
    assertThat(SolutionUpdate.drift(spec(""), live(off, null, null), NOW))
        .as("a schedule does nothing without automatic training")
        .isEqualTo(Drift.NONE);
  }

  @Test
  void theOrderOfEventsHasNoMeaning() {
    String manifest =
        """
          config:
            eventsConfig:
              eventParametersList: [{eventType: watch, weight: 0.5}, {eventType: click, weight: 1}]
        """;
    EventsConfig otherOrder =
        EventsConfig.builder()
            .eventParametersList(
                EventParameters.builder().eventType("click").weight(1.0).build(),
                EventParameters.builder().eventType("watch").weight(0.5).build())
            .build();

    assertThat(
            SolutionUpdate.drift(
                spec(manifest),
                live(new SolutionUpdate(false, null, null, otherOrder), null, null),
                NOW))
        .isEqualTo(Drift.NONE);
  }

  @Test
  void anUpdateThatLeftSomethingAsItWasDidNotAskForItsDefault() {
    SolutionUpdate threeDays = new SolutionUpdate(true, "rate(3 days)", null, null);
    SolutionUpdate eventsOnly = new SolutionUpdate(null, null, null, null);

    repair(
        SolutionUpdate.drift(
            spec("  performAutoTraining: true"),
            live(threeDays, eventsOnly, update("ACTIVE", NOW)),
            NOW));
  }

  @Test
  void automaticTrainingIsOffUnlessAskedFor() {
    SolutionUpdate on = new SolutionUpdate(true, null, null, null);

    UpdateSolutionRequest off = repair(SolutionUpdate.drift(spec(""), live(on, null, null), NOW));
    assertThat(off.performAutoTraining()).isFalse();
    assertThat(off.solutionUpdateConfig()).isNull();
    assertThat(SolutionUpdate.drift(spec("  performAutoTraining: true"), live(on, null, null), NOW))
        .isEqualTo(Drift.NONE);
  }

  @Test
  void oneUpdateCarriesEveryDifference() {
    SolutionSpec spec =
        spec(
            """
              performAutoTraining: true
              performIncrementalUpdate: true
              config:
                autoTrainingConfig: {schedulingExpression: rate(3 days)}
                eventsConfig: {eventParametersList: [{eventType: watch, weight: 0.5}]}
            """);

    Drift drift = SolutionUpdate.drift(spec, live(NOTHING, null, null), NOW);

    UpdateSolutionRequest request = repair(drift);
    assertThat(request.solutionArn()).isEqualTo(Observation.arn("solution/s"));
    assertThat(request.performAutoTraining()).isTrue();
    assertThat(request.performIncrementalUpdate()).isTrue();
    assertThat(request.solutionUpdateConfig().autoTrainingConfig().schedulingExpression())
        .isEqualTo("rate(3 days)");
    assertThat(request.solutionUpdateConfig().eventsConfig().eventParametersList()).hasSize(1);
    assertThat(((Drift.Repairable) drift).what())
        .contains("performAutoTraining false -> true")
        .contains("autoTrainingConfig null -> rate(3 days)")
        .contains("performIncrementalUpdate null -> true")
        .contains("eventsConfig");
  }

  @Test
  void anUpdateUnderWayIsWaitedFor() {
    assertThat(
            SolutionUpdate.drift(
                spec("  performAutoTraining: true"),
                live(NOTHING, NOTHING, update("CREATE IN_PROGRESS", NOW)),
                NOW))
        .isInstanceOf(Drift.UpdateUnderWay.class);
  }

  @Test
  void theSameUpdateThatFailedIsSentAgainAfterTenMinutes() {
    SolutionSpec spec = spec("  performAutoTraining: true");
    SolutionUpdate wanted = SolutionUpdate.wanted(spec);
    RemoteResource<SolutionDetails> failed = live(NOTHING, wanted, update("CREATE FAILED", NOW));

    assertThat(SolutionUpdate.drift(spec, failed, NOW.plusSeconds(599)))
        .isInstanceOfSatisfying(
            Drift.UpdateFailed.class,
            f -> {
              assertThat(f.message()).contains("Too much.");
              assertThat(f.retryAt()).isEqualTo(NOW.plusSeconds(600));
            });
    repair(SolutionUpdate.drift(spec, failed, NOW.plusSeconds(600)));
  }

  @Test
  void anotherUpdateThanTheFailedOneIsSentAtOnce() {
    repair(
        SolutionUpdate.drift(
            spec("  performAutoTraining: true"),
            live(NOTHING, NOTHING, update("CREATE FAILED", NOW)),
            NOW));
  }

  @Test
  void anUpdateThatAwsDidNotKeepIsNotSentAgain() {
    SolutionSpec spec = spec("  performAutoTraining: true");

    assertThat(
            SolutionUpdate.drift(
                spec, live(NOTHING, SolutionUpdate.wanted(spec), update("ACTIVE", NOW)), NOW))
        .isInstanceOf(Drift.NotKept.class);
  }

  @Test
  void anActiveUpdateGoesBeforeWhatTheSolutionWasMadeWith() {
    var solution =
        software.amazon.awssdk.services.personalize.model.Solution.builder()
            .performAutoTraining(false)
            .solutionConfig(c -> c.autoTrainingConfig(a -> a.schedulingExpression("rate(7 days)")))
            .latestSolutionUpdate(
                u ->
                    u.status("ACTIVE")
                        .performAutoTraining(true)
                        .solutionUpdateConfig(
                            c -> c.autoTrainingConfig(a -> a.schedulingExpression("rate(1 day)"))));

    assertThat(SolutionUpdate.inForce(solution.build()))
        .isEqualTo(new SolutionUpdate(true, "rate(1 day)", null, null));
    assertThat(
            SolutionUpdate.inForce(
                solution
                    .latestSolutionUpdate(u -> u.status("CREATE FAILED").performAutoTraining(true))
                    .build()))
        .isEqualTo(new SolutionUpdate(false, "rate(7 days)", null, null));
  }
}
