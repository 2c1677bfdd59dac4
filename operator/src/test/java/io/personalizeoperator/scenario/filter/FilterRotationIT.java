package io.personalizeoperator.scenario.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.api.filter.Filter;
import io.personalizeoperator.api.filter.FilterStatus;
import io.personalizeoperator.simulator.faults.Fault.Type;
import io.personalizeoperator.simulator.world.Durations;
import io.personalizeoperator.simulator.world.Quota;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.support.Cluster;
import io.personalizeoperator.support.OutOfBandUser;
import io.personalizeoperator.support.Sample;
import io.personalizeoperator.support.Stage;
import io.personalizeoperator.support.Stages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A filter follows the calendar and its manifest, and one serves all the while. */
@ExtendWith(Stages.class)
class FilterRotationIT {
  private static final String DATED =
      "EXCLUDE ItemID WHERE Interactions.EVENT_TYPE IN (\"${format(now, 'yyyyMMddHHmm')}\")";
  private static final String OTHER = "EXCLUDE ItemID WHERE Interactions.EVENT_TYPE IN (\"other\")";
  private static final Instant FIRST_TICK = Instant.parse("2026-11-25T00:05:00Z");
  private static final Instant SECOND_TICK = Instant.parse("2026-11-26T00:05:00Z");

  private static String manifest(String name, String expression, String rotation) {
    return """
        apiVersion: personalize-operator.io/v1alpha1
        kind: Filter
        metadata:
          name: %s
        spec:
          datasetGroupRef: {name: movies}
          expression: '%s'
          publish: {configMap: {name: arns, key: %s}}
          %s
        """
        .formatted(name, expression.replace("'", "''"), name, rotation);
  }

  private static String rotating(String name) {
    return manifest(name, DATED, "rotation: {cron: \"5 0 * * *\", gracePeriod: 1h}");
  }

  private static Stage begun(Stage stage) {
    stage.startOperator();
    stage.cluster().applyAll(Sample.FILTER.before());
    stage.cluster().awaitReady(Sample.FILTER.before());
    return stage;
  }

  private static Filter await(Stage stage, String what, Predicate<FilterStatus> wanted) {
    return (Filter)
        stage
            .cluster()
            .await(
                Sample.FILTER,
                what,
                one -> one.getStatus() != null && wanted.test((FilterStatus) one.getStatus()));
  }

  private static Filter awaitCurrent(Stage stage, String name) {
    return await(
        stage,
        name + " serves",
        status -> status.current() != null && status.current().name().equals(name));
  }

  private static String arn(String name) {
    return Sample.FILTER.arn().replace("filter/movies", "filter/" + name);
  }

  private static List<String> filters(Stage stage) {
    return new OutOfBandUser(stage)
        .everything().stream().filter(arn -> arn.contains(":filter/")).toList();
  }

  private static void awaitFilters(Stage stage, int count) {
    Awaitility.await(count + " filters")
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> filters(stage).size() == count);
  }

  private static String published(Stage stage, String key) {
    var content = stage.cluster().configMap("arns");
    return content == null ? null : content.get(key);
  }

  private static void awaitPublished(Stage stage, String key, Predicate<String> wanted) {
    Awaitility.await("the published ARN")
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> published(stage, key), arn -> arn != null && wanted.test(arn));
  }

  @Test
  void atItsTickTheNextFilterTakesThePlaceOfTheOldOneWhichGoesAfterTheGracePeriod(Stage stage) {
    begun(stage).cluster().apply(rotating("movies"));
    Filter first = (Filter) stage.cluster().awaitReady(Sample.FILTER);
    String old = first.lifecycle().arn();
    awaitPublished(stage, "movies", old::equals);
    assertThat(first.getStatus().nextRotationTime()).isEqualTo(FIRST_TICK);

    stage.cloud().takes(Durations.FILTER, Duration.ofMinutes(2));
    stage.passTo(FIRST_TICK);
    Filter next = awaitCurrent(stage, "movies-202611250005");
    awaitPublished(stage, "movies", arn("movies-202611250005")::equals);
    assertThat(next.getStatus().current().expression()).contains("202611250005");
    assertThat(Cluster.isTrue(next, "Reconciling")).isFalse();
    assertThat(filters(stage)).contains(old);
    assertThat(stage.cluster().awaitEvent(Sample.FILTER, "FilterRotated"))
        .startsWith("The filter movies-202611250005 serves in place of movies-20261124");

    awaitFilters(stage, 1);
    await(stage, "nothing retires", status -> status.retiring() == null);
    assertThat(filters(stage)).containsExactly(arn("movies-202611250005"));
  }

  @Test
  void aChangedExpressionIsARotationToo(Stage stage) {
    begun(stage).cluster().apply(manifest("movies", OTHER.replace("other", "one"), ""));
    stage.cluster().awaitReady(Sample.FILTER);
    awaitPublished(stage, "movies", Sample.FILTER.arn()::equals);

    stage.cluster().apply(manifest("movies", OTHER, ""));
    Filter next =
        await(
            stage, "the other", s -> s.current() != null && s.current().expression().equals(OTHER));
    stage.cluster().awaitReady(Sample.FILTER);
    assertThat(next.getStatus().current().name()).matches("movies-[0-9a-f]{8}");
    awaitPublished(stage, "movies", next.lifecycle().arn()::equals);
    awaitFilters(stage, 1);
  }

  @Test
  void aFilterThatFailsCostsTheServingOneNothingAndIsTriedAgain(Stage stage) {
    begun(stage).cluster().apply(rotating("movies"));
    String old = stage.cluster().awaitReady(Sample.FILTER).lifecycle().arn();
    stage.cloud().failCreation("CreateFilter", "No such column.");
    stage.passTo(FIRST_TICK);

    Filter failed = await(stage, "failed", status -> status.failed() != null);
    assertThat(failed.lifecycle().arn()).isEqualTo(old);
    assertThat(Cluster.isTrue(failed, "Ready")).isTrue();
    assertThat(Cluster.isTrue(failed, "Stalled")).isFalse();
    assertThat(Cluster.find(failed, "RotationBlocked").message()).contains("No such column.");
    stage.cluster().awaitEvent(Sample.FILTER, "FilterRotationFailed");

    awaitCurrent(stage, "movies-202611250005");
    awaitFilters(stage, 1);
    assertThat(stage.cloud().effects("CreateFilter")).hasSize(3);
  }

  @Test
  void aFullGroupBlocksTheRotationUntilThereIsRoom(Stage stage) {
    begun(stage).cluster().apply(rotating("movies"));
    stage.cluster().awaitReady(Sample.FILTER);
    stage
        .aws()
        .createFilter(
            r ->
                r.name("of-somebody")
                    .datasetGroupArn(Sample.DATASET_GROUP.arn())
                    .filterExpression(OTHER));
    stage.cloud().allows(Quota.FILTERS, 2);
    stage.passTo(FIRST_TICK);

    Filter blocked = await(stage, "blocked", s -> isBlocked(s));
    assertThat(Cluster.find(blocked, "RotationBlocked").reason())
        .isEqualTo(Reason.QuotaExceeded.name());
    assertThat(Cluster.find(blocked, "RotationBlocked").message())
        .contains("There are 2 filters; not managed here: of-somebody.");
    assertThat(Cluster.isTrue(blocked, "Ready")).isTrue();
    assertThat(Cluster.isTrue(blocked, "Reconciling")).isFalse();
    stage.cluster().awaitEvent(Sample.FILTER, "RotationBlocked");

    stage.cloud().allows(Quota.FILTERS, 3);
    awaitCurrent(stage, "movies-202611250005");
    await(stage, "not blocked", s -> !isBlocked(s));
  }

  private static boolean isBlocked(FilterStatus status) {
    return io.personalizeoperator.status.Conditions.isTrue(
        status.lifecycle().conditions(), "RotationBlocked");
  }

  @Test
  void tenFiltersShareOneFreeSlotAndAllGetThrough(Stage stage) {
    begun(stage);
    List<String> names = IntStream.range(0, 10).mapToObj(i -> "movies-" + i).toList();
    names.forEach(
        name ->
            stage
                .cluster()
                .apply(manifest(name, DATED, "rotation: {cron: \"5 0 * * *\", gracePeriod: 1m}")));
    names.forEach(name -> awaitPublished(stage, name, arn -> true));
    stage.cloud().allows(Quota.FILTERS, 11);
    stage.passTo(FIRST_TICK);

    names.forEach(name -> awaitPublished(stage, name, arn -> arn.endsWith("-202611250005")));
    awaitFilters(stage, 10);
  }

  @Test
  void theCurrentFilterDeletedInTheConsoleIsMadeAgain(Stage stage) {
    begun(stage).cluster().apply(rotating("movies"));
    Filter first = (Filter) stage.cluster().awaitReady(Sample.FILTER);
    awaitPublished(stage, "movies", first.lifecycle().arn()::equals);
    stage.aws().deleteFilter(r -> r.filterArn(first.lifecycle().arn()));

    Filter again =
        await(
            stage,
            "made again",
            s ->
                s.current() != null
                    && !s.lifecycle().awsCreated().equals(first.lifecycle().awsCreated()));
    assertThat(again.lifecycle().arn()).isEqualTo(first.lifecycle().arn());
    stage.passTo(FIRST_TICK);
    awaitCurrent(stage, "movies-202611250005");
    awaitFilters(stage, 1);
  }

  @Test
  void killedBetweenAllStepsWhileRepliesGetLostItLeavesNothingBehind(Stage stage) {
    begun(stage).cluster().apply(rotating("movies"));
    String old = stage.cluster().awaitReady(Sample.FILTER).lifecycle().arn();
    awaitPublished(stage, "movies", old::equals);
    stage.cloud().takes(Durations.FILTER, Duration.ofMinutes(2));
    stage.cloud().disturb("CreateFilter", Type.DROP_REPLY, 1);
    stage.cloud().disturb("DeleteFilter", Type.DROP_REPLY, 1);
    stage.passTo(FIRST_TICK);

    await(stage, "announced", s -> s.next() != null || s.lastRotationTime().equals(FIRST_TICK));
    stage.crashOperator();
    stage.startOperator();
    awaitFilters(stage, 2);
    stage.crashOperator().startOperator();
    awaitCurrent(stage, "movies-202611250005");
    stage.crashOperator().startOperator();
    awaitPublished(stage, "movies", arn("movies-202611250005")::equals);
    stage.crashOperator().startOperator();
    awaitFilters(stage, 1);
    stage.crashOperator().startOperator();
    await(stage, "nothing retires", status -> status.retiring() == null);

    stage.passTo(SECOND_TICK);
    awaitCurrent(stage, "movies-202611260005");
    assertThat(stage.cloud().effects("CreateFilter")).hasSize(3);
  }

  @Test
  void statusesThatAreLostAtAnyStepDoNotLeaveFiltersBehind(Stage stage) {
    begun(stage).cluster().apply(rotating("movies"));
    stage.cluster().awaitReady(Sample.FILTER);
    stage.loseStatuses();
    stage.passTo(FIRST_TICK);
    stage.awaitLostStatus();
    stage.crashOperator();
    assertThat(filters(stage)).as("nothing is created unannounced").hasSize(1);

    stage.startOperator();
    awaitCurrent(stage, "movies-202611250005");
    stage.cluster().delete(Sample.FILTER);
    stage.cluster().awaitGone(Sample.FILTER);
    assertThat(filters(stage)).isEmpty();
  }
}
