package io.personalizeoperator.scenario.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.api.Ownership;
import io.personalizeoperator.simulator.faults.CallLog.Call;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.support.OutOfBandUser;
import io.personalizeoperator.support.Sample;
import io.personalizeoperator.support.Stage;
import io.personalizeoperator.support.Stages;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A resource is its ARN and the time at which AWS created it: one that somebody else creates under
 * the name of ours, after ours is gone, is not ours.
 */
@ExtendWith(Stages.class)
class IdentityIT {
  private static final Duration SWEEP = Duration.ofMinutes(6);
  private static final Map<String, String> NO_TAGS = Map.of();

  /** What the operator does while somebody deletes and creates. */
  enum Operator {
    /** It runs, and sees neither the deletion nor the creation: both are between two sweeps. */
    RUNS,
    /** It is down, and knows after its start what the status says. */
    IS_DOWN
  }

  @ParameterizedTest
  @EnumSource
  void aCampaignThatSomebodyCreatedInPlaceOfOursIsLeftAlone(Operator operator, Stage stage) {
    String version = ready(Sample.CAMPAIGN, stage, "minProvisionedTPS: 2");
    long mark = remadeBySomebodyElse(Sample.CAMPAIGN, operator, stage);

    assertThat(stage.cluster().awaitStalled(Sample.CAMPAIGN, Reason.NameTaken).message())
        .contains(Sample.CAMPAIGN.arn(), "adoptionPolicy: Unowned");
    stage
        .cluster()
        .patch(
            Sample.CAMPAIGN, "{\"spec\":{\"minProvisionedTPS\":5,\"tags\":{\"team\":\"search\"}}}");
    stage.cloud().awaitSweeps(2, "ListCampaigns");
    stage.cluster().delete(Sample.CAMPAIGN);
    stage.cluster().awaitGone(Sample.CAMPAIGN);

    assertNothingWasTouched(Sample.CAMPAIGN, mark, stage);
    var campaign = stage.aws().describeCampaign(r -> r.campaignArn(Sample.CAMPAIGN.arn()));
    assertThat(campaign.campaign().minProvisionedTPS()).isEqualTo(1);
    assertThat(campaign.campaign().solutionVersionArn()).isEqualTo(version);
  }

  @ParameterizedTest
  @EnumSource
  void aSolutionThatSomebodyCreatedInPlaceOfOursIsNotTrained(Operator operator, Stage stage) {
    ready(Sample.SOLUTION, stage);
    long mark = remadeBySomebodyElse(Sample.SOLUTION, operator, stage);

    assertThat(stage.cluster().awaitStalled(Sample.SOLUTION, Reason.NameTaken).message())
        .contains(Sample.SOLUTION.arn(), "adoptionPolicy: Unowned");
    stage.cloud().awaitSweeps(2, "ListSolutions", "ListSolutionVersions");

    assertNothingWasTouched(Sample.SOLUTION, mark, stage);
    assertThat(new OutOfBandUser(stage).versions()).isEmpty();
  }

  @Test
  void aDatasetGroupThatSomebodyCreatesAfterOursVanishedIsAdoptedOnlyIfThePolicyAllowsIt(
      Stage stage) {
    stage.startOperator();
    stage.cluster().apply(Sample.DATASET_GROUP, "deletionPolicy: Delete");
    stage.cluster().awaitReady(Sample.DATASET_GROUP);
    OutOfBandUser somebody = new OutOfBandUser(stage);
    somebody.delete(Sample.DATASET_GROUP);
    stage.cluster().awaitStalled(Sample.DATASET_GROUP, Reason.Vanished);
    assertThat(stage.cluster().get(Sample.DATASET_GROUP).lifecycle().arn())
        .isEqualTo(Sample.DATASET_GROUP.arn());

    long mark = stage.cloud().mark();
    somebody.make(Sample.DATASET_GROUP, NO_TAGS);
    assertThat(stage.cluster().awaitStalled(Sample.DATASET_GROUP, Reason.NameTaken).message())
        .contains(Sample.DATASET_GROUP.arn(), "adoptionPolicy: Unowned");
    stage.cloud().awaitSweeps(2, "ListDatasetGroups");
    assertNothingWasTouched(Sample.DATASET_GROUP, mark, stage);

    stage.cluster().apply(Sample.DATASET_GROUP, "adoptionPolicy: Unowned");
    assertThat(stage.cluster().awaitReady(Sample.DATASET_GROUP).lifecycle().ownership())
        .isEqualTo(Ownership.Adopted);
    assertThat(stage.cluster().awaitEvent(Sample.DATASET_GROUP, "Adopted"))
        .contains(Sample.DATASET_GROUP.arn());
    assertThat(somebody.tags(Sample.DATASET_GROUP.arn()))
        .containsEntry("personalize-operator.io/namespace", stage.namespace());
    assertThat(stage.cloud().calls("CreateDatasetGroup")).hasSize(1);
    assertThatTheStatusHasTheCreationTime(Sample.DATASET_GROUP, stage);
  }

  @Test
  void theStatusOfEachKindHasTheTimeAtWhichAwsCreatedTheResource(Stage stage) {
    List<Sample> all = List.of(Sample.values());
    stage.startOperator();
    stage.cluster().applyAll(all);
    stage.cluster().awaitReady(all);

    all.stream()
        .filter(Sample::isDeletable)
        .forEach(sample -> assertThatTheStatusHasTheCreationTime(sample, stage));
  }

  /** Ready, with deletionPolicy Delete; gives the version of the solution. */
  private static String ready(Sample sample, Stage stage, String... more) {
    stage.startOperator();
    stage.cluster().applyAll(Sample.SOLUTION.before());
    stage.cluster().apply(Sample.SOLUTION, "deletionPolicy: Delete");
    if (sample == Sample.CAMPAIGN) {
      stage.cluster().apply(sample, "deletionPolicy: Delete\n" + String.join("\n", more));
    }
    stage.cluster().awaitReady(List.of(Sample.SOLUTION, sample));
    return new OutOfBandUser(stage).newestVersion();
  }

  /** Ours is deleted and another created before the next sweep; gives the mark after that. */
  private static long remadeBySomebodyElse(Sample sample, Operator operator, Stage stage) {
    stage.cloud().awaitSweeps(1, sample.list());
    stage.cloud().speed(1);
    if (operator == Operator.IS_DOWN) {
      stage.stopOperator();
    }
    OutOfBandUser somebody = new OutOfBandUser(stage);
    Instant ours = somebody.created(sample);
    somebody.remake(sample);
    assertThat(somebody.created(sample)).isAfter(ours);
    long mark = stage.cloud().mark();
    stage.cloud().speed(600);
    if (operator == Operator.IS_DOWN) {
      stage.startOperator();
    }
    stage.advance(SWEEP);
    return mark;
  }

  private static void assertNothingWasTouched(Sample sample, long mark, Stage stage) {
    assertThat(stage.cloud().mutationsAfter(mark)).extracting(Call::operation).isEmpty();
    OutOfBandUser somebody = new OutOfBandUser(stage);
    assertThat(somebody.everything()).contains(sample.arn());
    assertThat(somebody.tags(sample.arn())).isEmpty();
  }

  private static void assertThatTheStatusHasTheCreationTime(Sample sample, Stage stage) {
    String created = stage.cluster().statusText(sample, "awsCreated");
    assertThat(created).as("awsCreated of the " + sample.kind()).isNotNull();
    assertThat(Instant.parse(created).truncatedTo(ChronoUnit.SECONDS))
        .as("awsCreated of the " + sample.kind())
        .isEqualTo(new OutOfBandUser(stage).created(sample).truncatedTo(ChronoUnit.SECONDS));
  }
}
