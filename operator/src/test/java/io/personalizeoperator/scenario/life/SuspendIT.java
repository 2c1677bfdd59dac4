package io.personalizeoperator.scenario.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.status.Reason;
import io.personalizeoperator.support.Cluster;
import io.personalizeoperator.support.Sample;
import io.personalizeoperator.support.Stage;
import io.personalizeoperator.support.Stages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is suspended is left alone in AWS, until it is not. */
@ExtendWith(Stages.class)
class SuspendIT {
  @ParameterizedTest
  @EnumSource
  void nothingIsMadeUntilItIsNoLongerSuspended(Sample sample, Stage stage) {
    stage.startOperator();
    stage.cluster().applyAll(sample.before());
    stage.cluster().awaitReady(sample.before());
    stage.cluster().apply(sample, "suspend: true");
    awaitSuspended(stage, sample);
    stage.cloud().awaitSweeps(1, sample.list());
    assertThat(stage.cloud().calls(sample.create())).isEmpty();

    stage.cluster().patch(sample, "{\"spec\":{\"suspend\":false}}");
    stage.cluster().awaitReady(sample);
  }

  @ParameterizedTest
  @EnumSource
  void itsDeletionWaits(Sample sample, Stage stage) {
    stage.startOperator();
    stage.cluster().applyAll(sample.before());
    stage.cluster().apply(sample, "deletionPolicy: Delete");
    stage.cluster().awaitReady(sample);
    stage.cluster().patch(sample, "{\"spec\":{\"suspend\":true}}");
    awaitSuspended(stage, sample);
    long mark = stage.cloud().mark();

    stage.cluster().delete(sample);
    stage
        .cluster()
        .await(
            sample,
            "that it says why its deletion waits",
            one -> Cluster.find(one, "Ready").message().contains("deletion waits"));
    assertThat(stage.cloud().mutationsAfter(mark)).isEmpty();

    stage.cluster().patch(sample, "{\"spec\":{\"suspend\":false}}");
    stage.cluster().awaitGone(sample);
  }

  @Test
  void changesAndDriftWaitToo(Stage stage) {
    stage.startOperator();
    stage.cluster().applyAll(Sample.CAMPAIGN.before());
    stage.cluster().apply(Sample.CAMPAIGN);
    String arn = stage.cluster().awaitReady(Sample.CAMPAIGN).lifecycle().arn();
    stage.cluster().patch(Sample.CAMPAIGN, "{\"spec\":{\"suspend\":true}}");
    awaitSuspended(stage, Sample.CAMPAIGN);
    long mark = stage.cloud().mark();

    stage.cluster().patch(Sample.CAMPAIGN, "{\"spec\":{\"minProvisionedTPS\":4}}");
    stage.aws().updateCampaign(r -> r.campaignArn(arn).minProvisionedTPS(7));
    stage.cloud().awaitSweeps(2, "ListCampaigns");
    assertThat(stage.cloud().mutationsAfter(mark)).isEmpty();

    stage.cluster().patch(Sample.CAMPAIGN, "{\"spec\":{\"suspend\":false}}");
    stage.cluster().awaitReady(Sample.CAMPAIGN);
    assertThat(stage.aws().describeCampaign(r -> r.campaignArn(arn)).campaign().minProvisionedTPS())
        .isEqualTo(4);
    assertThat(stage.cloud().effects("UpdateCampaign")).hasSize(1);
  }

  private static void awaitSuspended(Stage stage, Sample sample) {
    stage
        .cluster()
        .await(
            sample,
            "Suspended",
            one ->
                !one.lifecycle().conditions().isEmpty()
                    && Cluster.find(one, "Ready").reason().equals(Reason.Suspended.name()));
  }
}
