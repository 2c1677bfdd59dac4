package io.personalizeoperator.scenario.trouble;

import static io.personalizeoperator.testing.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.dsl.Resource;
import io.personalizeoperator.api.campaign.Campaign;
import io.personalizeoperator.simulator.faults.CallLog.Call;
import io.personalizeoperator.simulator.world.Quota;
import io.personalizeoperator.status.Conditions;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.support.Sample;
import io.personalizeoperator.support.Stage;
import io.personalizeoperator.support.Stages;
import java.util.ArrayList;
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

  /** A campaign is Ready, and from now on calls have to wait, as those of some others do. */
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

  private Resource<Campaign> applyAnother(Stage stage) {
    String name = "other-" + ++others;
    stage.cluster().apply(Sample.CAMPAIGN.manifest().replaceFirst("name: movies", "name: " + name));
    return stage
        .kubernetes()
        .resources(Campaign.class)
        .inNamespace(stage.namespace())
        .withName(name);
  }

  /** One more waits, and says so; whatever was changed before has been seen by then. */
  private Resource<Campaign> crowd(Stage stage) {
    Resource<Campaign> another = applyAnother(stage);
    await()
        .until(
            () ->
                Conditions.find(another.get().lifecycle().conditions(), Conditions.RECONCILING)
                    .filter(one -> one.reason().equals(Reason.WaitingForRateLimit.name()))
                    .isPresent());
    return another;
  }

  private static long waiting(Stage stage) {
    return (long) stage.metric("personalize_operator_resources_waiting_for_rate_limit");
  }

  /** The sample campaign changes, and its update waits. */
  private static void change(Stage stage, String spec) {
    long before = waiting(stage);
    stage.cluster().patch(Sample.CAMPAIGN, "{\"spec\": " + spec + "}");
    await().until(() -> waiting(stage) > before);
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

    change(stage, "{\"minProvisionedTPS\": 2}");
    stage.cluster().patch(Sample.CAMPAIGN, "{\"spec\": {\"minProvisionedTPS\": 3}}");
    crowd(stage);

    assertThat(changes(stage))
        .filteredOn(call -> call.operation().equals("UpdateCampaign"))
        .singleElement()
        .satisfies(call -> assertThat(call.input()).contains("\"minProvisionedTPS\":3"));
  }

  @Test
  void whatIsDeletedWhileItsCreationWaitsIsNotMade(Stage stage) {
    begin(stage);
    Resource<Campaign> deleted = crowd(stage);
    String name = deleted.get().getMetadata().getName();

    deleted.delete();
    String last = crowd(stage).get().getMetadata().getName();

    assertThat(changes(stage))
        .extracting(Call::input)
        .anySatisfy(input -> assertThat(input).contains("\"name\":\"" + last + "\""))
        .noneSatisfy(input -> assertThat(input).contains("\"name\":\"" + name + "\""));
  }

  @Test
  void aSpikesCallGoesBeforeAllThatWaitAndIsToldToBeLate(Stage stage) {
    begin(stage);
    crowd(stage);

    change(
        stage,
        """
        {"spikes": [{"name": "now", "start": "2026-11-24T00:00Z", "end": "2026-12-20T00:00Z",
          "minProvisionedTPS": 20}]}
        """);
    assertThat(stage.cluster().awaitEvent(Sample.CAMPAIGN, "SpikeCapacityLate")).contains("now");

    assertThat(changes(stage))
        .extracting(Call::operation)
        .startsWith("UpdateCampaign", "CreateCampaign")
        .filteredOn("UpdateCampaign"::equals)
        .hasSize(1);
  }

  /** Whose it is has to be known afresh when it is deleted: one call after the other. */
  @Test
  void deletionsInALongLineReadTheTagsOnceEach(Stage stage) {
    stage.cloud().allows(Quota.CAMPAIGNS, 1_000);
    stage.startOperator("--requests-per-second=0.1");
    stage.cluster().applyAll(Sample.CAMPAIGN.before());
    List<Resource<Campaign>> all = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      all.add(applyAnother(stage));
    }
    stage.cluster().awaitAllReady();
    long mark = stage.cloud().mark();

    all.forEach(Resource::delete);

    await().until(() -> all.stream().allMatch(one -> one.get() == null));
    assertThat(stage.cloud().callsAfter(mark))
        .filteredOn(call -> call.operation().equals("ListTagsForResource"))
        .hasSizeLessThanOrEqualTo(12);
  }
}
