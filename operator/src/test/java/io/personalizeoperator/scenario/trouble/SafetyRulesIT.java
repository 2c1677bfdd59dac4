package io.personalizeoperator.scenario.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.simulator.faults.CallLog.Call;
import io.personalizeoperator.simulator.faults.Fault.Type;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.support.OutOfBandUser;
import io.personalizeoperator.support.Sample;
import io.personalizeoperator.support.Stage;
import io.personalizeoperator.support.Stages;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** The safety rules of the design, by their numbers, while AWS's lists lag. */
@ExtendWith(Stages.class)
class SafetyRulesIT {
  private static final List<Sample> ALL = List.of(Sample.values());
  private static final Duration LAG = Duration.ofSeconds(3);

  @Test
  void rule1WhatWasJustWrittenIsNotWrittenAgainThoughListsShowItMuchLater(Stage stage) {
    stage.cloud().lags(Duration.ofSeconds(90));
    stage.cloud().speed(60);
    stage.startOperator("--sweep-interval=PT20S");
    stage.cluster().apply(Sample.DATASET_GROUP);
    stage.cluster().apply(Sample.SCHEMA);

    stage.cluster().awaitReady(List.of(Sample.DATASET_GROUP, Sample.SCHEMA));
    stage.cloud().awaitSweeps(3, "ListDatasetGroups", "ListSchemas");
    assertThat(stage.cloud().calls("CreateDatasetGroup")).hasSize(1);
    assertThat(stage.cloud().calls("CreateSchema")).hasSize(1);
  }

  @Test
  void rule1WhatListsAndDescribesLeaveOutSoonAfterAStartIsNotMadeAgain(Stage stage) {
    stage.cloud().lags(Duration.ofSeconds(90));
    stage.startOperator();
    stage.cluster().apply(Sample.DATASET_GROUP);
    stage.cluster().await(Sample.DATASET_GROUP, "an ARN", one -> one.lifecycle().arn() != null);
    stage.crashOperator();

    stage.startOperator();
    stage.cluster().awaitReconciling(Sample.DATASET_GROUP, Reason.ConfirmingAbsence);
    stage.cloud().speed(60);
    stage.cluster().awaitReady(Sample.DATASET_GROUP);
    assertThat(stage.cloud().calls("CreateDatasetGroup")).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"DATASET_GROUP", "DATASET"})
  void rule2WhatHoldsDataIsNotMadeAgainEmptyWithoutTheUsersWord(Sample sample, Stage stage) {
    ready(sample, stage);
    stage.cloud().lags(LAG);
    new OutOfBandUser(stage).delete(sample);
    stage.cloud().speed(120);
    stage.cluster().awaitStalled(sample, Reason.Vanished);
    stage.stopOperator().startOperator();
    stage.cloud().awaitSweeps(2, sample.list());
    assertThat(stage.cloud().calls(sample.create())).hasSize(1);

    stage.cluster().recreate(sample, "again");
    stage.cluster().awaitReady(sample);
    assertThat(stage.cloud().effects(sample.create())).hasSize(2);
  }

  @Test
  void rule3NothingIsTouchedWithCredentialsOrRegionOfAnotherPlace(Stage stage) {
    stage.startOperator();
    stage.cluster().applyAll(ALL, "deletionPolicy: Delete");
    stage.cluster().awaitReady(ALL);
    stage.stopOperator();
    stage.cloud().lags(LAG);
    long mark = stage.cloud().mark();

    stage.startOperator("--region=us-east-1");
    ALL.forEach(
        sample ->
            assertThat(stage.cluster().awaitStalled(sample, Reason.WrongAccount).message())
                .contains(Stage.REGION, "us-east-1"));
    stage.cluster().patch(Sample.CAMPAIGN, "{\"spec\":{\"minProvisionedTPS\":5}}");
    stage.cluster().recreate(Sample.DATASET_GROUP, "1");
    stage.cluster().delete(Sample.FILTER);
    stage.cloud().speed(600);
    stage.cloud().awaitSweeps(2, "ListFilters", "ListCampaigns", "ListDatasetGroups");
    assertThat(stage.cluster().get(Sample.FILTER)).isNotNull();
    assertThat(operations(stage.cloud().mutationsAfter(mark))).isEmpty();

    stage.stopOperator().startOperator();
    stage.cluster().awaitGone(Sample.FILTER);
    stage.cluster().awaitReady(ALL.stream().filter(one -> one != Sample.FILTER).toList());
    assertThat(operations(stage.cloud().mutationsAfter(mark)))
        .containsExactlyInAnyOrder("DeleteFilter", "UpdateCampaign");
  }

  /** An import is not among them: AWS has no call that deletes a job, so that it can always go. */
  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "DATASET_IMPORT")
  void rule3NothingIsTouchedThatWasMadeInAnotherAccount(Sample sample, Stage stage) {
    ready(sample, stage);
    String arn = stage.cluster().get(sample).lifecycle().arn();
    stage.stopOperator();
    String theirs = arn.replace("123456789012", "999999999999");
    stage.cluster().patchStatus(sample, "{\"status\":{\"arn\":\"%s\"}}".formatted(theirs));
    long mark = stage.cloud().mark();

    stage.startOperator();
    assertThat(stage.cluster().awaitStalled(sample, Reason.WrongAccount).message())
        .contains("account 999999999999", "account 123456789012");
    stage.cluster().delete(sample);
    stage.cloud().awaitSweeps(2, sample.list());
    assertThat(stage.cluster().get(sample)).isNotNull();
    assertThat(operations(stage.cloud().mutationsAfter(mark))).isEmpty();
  }

  @Test
  void rule4OnlyWhatTheTagsSayIsOursIsDeleted(Stage stage) {
    ready(Sample.FILTER, stage);
    stage.cloud().lags(LAG);
    new OutOfBandUser(stage)
        .tag(Sample.FILTER.arn(), Map.of("personalize-operator.io/namespace", "theirs"));
    stage.advance(Duration.ofMinutes(2));

    stage.cluster().delete(Sample.FILTER);
    stage.cluster().awaitGone(Sample.FILTER);
    assertThat(stage.cloud().calls("DeleteFilter")).isEmpty();
    assertThat(new OutOfBandUser(stage).everything()).contains(Sample.FILTER.arn());
  }

  @ParameterizedTest
  @EnumSource(
      value = Type.class,
      names = {"SERVER_ERROR", "THROTTLE", "ACCESS_DENIED"})
  void rule5AListThatFailsIsNotAnEmptyOne(Type fault, Stage stage) {
    stage.startOperator();
    stage.cluster().applyAll(ALL, "deletionPolicy: Delete");
    stage.cluster().awaitReady(ALL);
    stage.stopOperator();
    stage.cloud().lags(LAG);
    stage.cloud().speed(60);
    long mark = stage.cloud().mark();
    disturbLists(fault, stage);

    stage.startOperator();
    stage
        .cloud()
        .awaitCalls(
            "two lists of each kind that fail",
            mark,
            calls ->
                ALL.stream()
                    .allMatch(
                        sample ->
                            calls.stream()
                                    .filter(call -> call.operation().equals(sample.list()))
                                    .count()
                                >= 2));
    stage.cluster().delete(Sample.FILTER);
    assertThat(operations(stage.cloud().mutationsAfter(mark))).isEmpty();
    assertThat(stage.cluster().get(Sample.FILTER)).isNotNull();

    stage.cloud().calm();
    stage.cluster().awaitGone(Sample.FILTER);
    stage.cluster().awaitReady(ALL.stream().filter(one -> one != Sample.FILTER).toList());
    assertThat(operations(stage.cloud().mutationsAfter(mark))).containsExactly("DeleteFilter");
  }

  @Test
  void rule5AfterAFailedSweepTheLastGoodViewStands(Stage stage) {
    ready(Sample.CAMPAIGN, stage);
    disturbLists(Type.SERVER_ERROR, stage);
    long mark = stage.cloud().mark();
    stage
        .cloud()
        .awaitCalls(
            "failing lists",
            mark,
            calls -> calls.stream().filter(c -> c.operation().equals("ListCampaigns")).count() > 2);
    stage.cluster().patch(Sample.CAMPAIGN, "{\"spec\":{\"minProvisionedTPS\":5}}");

    stage.cluster().awaitReady(Sample.CAMPAIGN);
    assertThat(operations(stage.cloud().mutationsAfter(mark))).containsExactly("UpdateCampaign");
  }

  private static void disturbLists(Type fault, Stage stage) {
    ALL.forEach(sample -> stage.cloud().disturb(sample.list(), fault));
    stage.cloud().disturb("ListSolutionVersions", fault);
  }

  @Test
  void rule6TagsAreComparedEverySixHours(Stage stage) {
    ready(Sample.DATASET_GROUP, stage);
    stage.cloud().lags(LAG);
    long mark = stage.cloud().mark();
    for (int sixHours = 1; sixHours <= 2; sixHours++) {
      int times = sixHours;
      stage.advance(Duration.ofHours(5));
      stage.cloud().awaitSweeps(1, "ListDatasetGroups");
      assertThat(tagReads(stage.cloud().callsAfter(mark))).isEqualTo(times - 1);
      stage.advance(Duration.ofMinutes(61));
      stage.cloud().awaitCalls("a look at the tags", mark, calls -> tagReads(calls) == times);
    }
  }

  private static long tagReads(List<Call> calls) {
    return calls.stream().filter(call -> call.operation().equals("ListTagsForResource")).count();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Never", "Unowned"})
  void rule7AnotherClustersOperatorOnTheSameAccountLeavesOursAlone(String policy, Stage stage) {
    ready(Sample.FILTER, stage);
    Map<String, String> tags = new OutOfBandUser(stage).tags(Sample.FILTER.arn());
    stage.stopOperator();
    stage.forgetStatus(Sample.DATASET_GROUP, Sample.SCHEMA, Sample.DATASET, Sample.FILTER);
    stage.cloud().lags(LAG);
    long mark = stage.cloud().mark();

    stage.startOperator("--cluster-id=another-cluster");
    stage.cluster().patch(Sample.FILTER, "{\"spec\":{\"adoptionPolicy\":\"" + policy + "\"}}");
    assertThat(stage.cluster().awaitStalled(Sample.DATASET_GROUP, Reason.NameTaken).message())
        .contains("cluster-of-tests");
    stage.cluster().delete(Sample.DATASET_GROUP);
    stage.cloud().awaitSweeps(1, "ListFilters");
    assertThat(operations(stage.cloud().mutationsAfter(mark))).isEmpty();
    assertThat(new OutOfBandUser(stage).tags(Sample.FILTER.arn())).isEqualTo(tags);
  }

  private static void ready(Sample sample, Stage stage) {
    stage.startOperator();
    stage.cluster().applyAll(sample.before());
    stage.cluster().apply(sample, "deletionPolicy: Delete");
    stage.cluster().awaitReady(sample);
  }

  private static List<String> operations(List<Call> calls) {
    return calls.stream().map(Call::operation).filter(o -> !o.equals("GetCallerIdentity")).toList();
  }
}
