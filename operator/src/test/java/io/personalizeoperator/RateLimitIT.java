package io.personalizeoperator;

import static io.personalizeoperator.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.api.Campaign;
import io.personalizeoperator.api.ConditionStatus;
import io.personalizeoperator.simulator.faults.CallLog.Call;
import io.personalizeoperator.simulator.world.Quota;
import io.personalizeoperator.support.Sample;
import io.personalizeoperator.support.Stage;
import io.personalizeoperator.support.Stages;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A call that waits for the rate limit is decided upon anew when its turn has come. */
@ExtendWith(Stages.class)
class RateLimitIT {
  private static final String ONE_CALL_IN_A_HUNDRED_SECONDS = "--requests-per-second=0.01";
  private static final double SIX_CALLS_A_SECOND = 600;
  private static final double SIXTY_CALLS_A_SECOND = 6_000;

  private int others;

  /** A campaign is Ready, and from now on calls have to wait: others wait to be made. */
  private void begin(Stage stage) {
    stage.cloud().allows(Quota.CAMPAIGNS, 1_000);
    stage.cloud().speed(SIXTY_CALLS_A_SECOND);
    stage.startOperator(ONE_CALL_IN_A_HUNDRED_SECONDS);
    stage.cluster().applyAll(Sample.CAMPAIGN.before());
    stage.cluster().apply(Sample.CAMPAIGN);
    stage.cluster().awaitReady(Sample.CAMPAIGN);
    stage.cloud().speed(1);
    await()
        .until(
            () -> {
              applyAnother(stage);
              return waiting(stage) >= 3;
            });
  }

  private String applyAnother(Stage stage) {
    String name = "other-" + ++others;
    stage.cluster().apply(Sample.CAMPAIGN.manifest().replaceFirst("name: movies", "name: " + name));
    return name;
  }

  /** One more waits; whatever was changed before it has been seen by then. */
  private String crowd(Stage stage) {
    long before = waiting(stage);
    String name = applyAnother(stage);
    await().until(() -> waiting(stage) > before);
    return name;
  }

  private static long waiting(Stage stage) {
    return (long) stage.metric("personalize_operator_aws_calls_waiting");
  }

  /** Lets all calls go, and gives those that change something. */
  private static List<Call> changes(Stage stage) {
    long mark = stage.cloud().mark();
    stage.cloud().speed(SIX_CALLS_A_SECOND);
    stage.cluster().awaitAllReady();
    stage.cluster().awaitReady(Sample.CAMPAIGN);
    return stage.cloud().mutationsAfter(mark);
  }

  @Test
  void anEditWhileTheUpdateWaitsIsInTheOneUpdate(Stage stage) {
    begin(stage);

    stage.cluster().patch(Sample.CAMPAIGN, "{\"spec\":{\"minProvisionedTPS\":2}}");
    crowd(stage);
    stage.cluster().patch(Sample.CAMPAIGN, "{\"spec\":{\"minProvisionedTPS\":3}}");
    crowd(stage);

    assertThat(changes(stage))
        .filteredOn(call -> call.operation().equals("UpdateCampaign"))
        .singleElement()
        .satisfies(call -> assertThat(call.input()).contains("\"minProvisionedTPS\":3"));
  }

  @Test
  void whatIsNewSaysThatItWaits(Stage stage) {
    begin(stage);
    applyAnother(stage);

    await()
        .untilAsserted(
            () ->
                assertThat(
                        stage
                            .kubernetes()
                            .resources(Campaign.class)
                            .inNamespace(stage.namespace())
                            .withName("other-" + others)
                            .get()
                            .lifecycle()
                            .conditions())
                    .filteredOn(condition -> condition.type().equals("Reconciling"))
                    .singleElement()
                    .satisfies(
                        condition -> assertThat(condition.status()).isEqualTo(ConditionStatus.True))
                    .satisfies(
                        condition ->
                            assertThat(condition.reason()).isEqualTo("WaitingForRateLimit")));
    assertThat(changes(stage)).isNotEmpty();
  }

  @Test
  void whatIsDeletedWhileItsCreationWaitsIsNotMade(Stage stage) {
    begin(stage);
    String deleted = crowd(stage);

    stage
        .kubernetes()
        .resources(Campaign.class)
        .inNamespace(stage.namespace())
        .withName(deleted)
        .delete();
    String last = crowd(stage);

    assertThat(changes(stage))
        .extracting(Call::input)
        .anySatisfy(input -> assertThat(input).contains("\"name\":\"" + last + "\""))
        .noneSatisfy(input -> assertThat(input).contains("\"name\":\"" + deleted + "\""));
  }

  @Test
  void aSpikesCallGoesBeforeAllThatWaitAndIsToldToBeLate(Stage stage) {
    begin(stage);
    crowd(stage);
    long before = waiting(stage);

    stage
        .cluster()
        .patch(
            Sample.CAMPAIGN,
            """
            {"spec": {"spikes": [{"name": "now", "start": "2026-11-24T00:00Z",
              "end": "2026-12-20T00:00Z", "minProvisionedTPS": 20}]}}
            """);
    await().until(() -> waiting(stage) > before);
    assertThat(stage.cluster().awaitEvent(Sample.CAMPAIGN, "SpikeCapacityLate")).contains("now");

    assertThat(changes(stage))
        .extracting(Call::operation)
        .startsWith("UpdateCampaign", "CreateCampaign")
        .filteredOn("UpdateCampaign"::equals)
        .hasSize(1);
  }
}
