package io.personalizeoperator.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.personalizeoperator.simulator.faults.Fault;
import io.personalizeoperator.simulator.model.ServiceModel;
import io.personalizeoperator.simulator.world.ResourceKind;
import io.personalizeoperator.simulator.world.Status;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Thousands of random calls with a seed, the clock moving in between, and invariants after each. A
 * longer walk: {@code -Dsimulator.walk.calls=1000000 -Dsimulator.walk.seed=7}.
 */
class RandomWalkTest extends SimulatorTest {
  private static final int CALLS = Integer.getInteger("simulator.walk.calls", 10_000);
  private static final long SEED = Long.getLong("simulator.walk.seed", 20261124L);

  /** A large world shows nothing new and is slow to check. */
  private static final int CALLS_OF_A_WORLD = 500;

  private final Random random = new Random(SEED);
  private final ServiceModel model = ServiceModel.personalize();
  private int accepted;

  @Test
  void theInvariantsHoldAfterEveryCall() {
    DirectClient client = new DirectClient(simulator);
    WorldView view = WorldView.of(client, null);
    for (int i = 0; i < CALLS; i++) {
      if (i % CALLS_OF_A_WORLD == 0) {
        simulator.reset();
        view = WorldView.of(client, null);
      }
      if (random.nextInt(4) == 0) {
        simulator.advance(Duration.ofSeconds(random.nextInt(1800)));
        view = moved(view, WorldView.of(client, view), "the clock");
      }
      simulator.faults().clear();
      if (random.nextInt(10) == 0) {
        simulator.faults().add(new Fault("*", Fault.Type.FAIL_CREATION, 1, 1, null, "told to"));
      }
      RandomCalls.Drawn call = new RandomCalls(random, view).draw();
      DirectClient.Answer answer = client.call(call.operation(), call.input());
      String what =
          "seed %d, call %d: %s %s -> %s"
              .formatted(SEED, i, call.operation(), call.input(), answer.body());
      WorldView next = WorldView.of(client, view);
      if (answer.accepted()) {
        accepted++;
        checkLegality(call, view, what);
      } else {
        assertThat(answer.status()).as(what).isEqualTo(400);
        assertThat(model.operation(call.operation()).errors()).as(what).contains(answer.error());
        assertThat(next.same(view)).as("nothing refused has an effect: %s", what).isTrue();
      }
      view = moved(view, next, what);
      checkQuotas(view, client, what);
      checkDescription(view, client, what);
    }
    assertThat(accepted).as("the walk gets somewhere").isGreaterThan(CALLS / 20);
  }

  /** Statuses move only along the documented edges. */
  private static WorldView moved(WorldView before, WorldView after, String what) {
    if (after.same(before)) {
      return after;
    }
    before
        .all()
        .forEach(
            (arn, summary) -> {
              String from = before.status(arn);
              if (from != null && !summary.equals(after.all().get(arn))) {
                String to = sameLife(summary, after.all().get(arn)) ? after.status(arn) : null;
                assertThat(Edges.reach(before.kind(arn), from, to))
                    .as("%s moves from %s to %s by %s", arn, from, to, what)
                    .isTrue();
              }
            });
    return after;
  }

  /** A resource with the same ARN may be another one, created after the first was removed. */
  private static boolean sameLife(JsonNode before, JsonNode after) {
    return after != null && before.get("creationDateTime").equals(after.get("creationDateTime"));
  }

  private static void checkLegality(RandomCalls.Drawn call, WorldView before, String what) {
    Object version = call.input().get("solutionVersionArn");
    switch (call.operation()) {
      case "CreateDataset",
          "CreateSolution",
          "CreateRecommender",
          "CreateFilter",
          "CreateEventTracker" ->
          assertThat(before.status((String) call.input().get("datasetGroupArn")))
              .as(what)
              .isEqualTo("ACTIVE");
      case "CreateSolutionVersion" ->
          assertThat(before.status((String) call.input().get("solutionArn")))
              .as(what)
              .isEqualTo("ACTIVE");
      case "CreateCampaign" -> {
        if (!version.toString().endsWith("$LATEST")) {
          assertThat(before.status((String) version)).as(what).isEqualTo("ACTIVE");
        }
      }
      case "UpdateCampaign" ->
          assertThat(before.status((String) call.input().get("campaignArn")))
              .as(what)
              .isIn("ACTIVE", "CREATE FAILED");
      case "StartRecommender" ->
          assertThat(before.status((String) call.input().get("recommenderArn")))
              .as(what)
              .isEqualTo("INACTIVE");
      case "StopRecommender" ->
          assertThat(before.status((String) call.input().get("recommenderArn")))
              .as(what)
              .isEqualTo("ACTIVE");
      default -> {
        if (call.operation().startsWith("Delete")) {
          String arn = (String) call.input().values().iterator().next();
          assertThat(Status.busy(before.status(arn))).as(what).isFalse();
          assertThat(before.all()).as(what).containsKey(arn);
        }
      }
    }
  }

  private void checkQuotas(WorldView view, DirectClient client, String what) {
    assertThat(view.arns(ResourceKind.DATASET_GROUP).size()).as(what).isLessThanOrEqualTo(5);
    long imports =
        view.arns(ResourceKind.DATASET_IMPORT_JOB).stream()
            .filter(arn -> Status.busy(view.status(arn)))
            .count();
    assertThat(imports).as(what).isLessThanOrEqualTo(5);
    List<String> groups = view.arns(ResourceKind.DATASET_GROUP);
    if (!groups.isEmpty()) {
      Map<String, String> group =
          Map.of("datasetGroupArn", groups.get(random.nextInt(groups.size())));
      assertThat(client.call("ListFilters", group).json().get("Filters").size())
          .as(what)
          .isLessThanOrEqualTo(30);
      assertThat(client.call("ListSolutions", group).json().get("solutions").size())
          .as(what)
          .isLessThanOrEqualTo(10);
      assertThat(client.call("ListEventTrackers", group).json().get("eventTrackers").size())
          .as(what)
          .isLessThanOrEqualTo(1);
    }
  }

  /** List and Describe agree on a resource. */
  private void checkDescription(WorldView view, DirectClient client, String what) {
    if (view.all().isEmpty()) {
      return;
    }
    List<String> arns = view.all().keySet().stream().sorted().toList();
    String arn = arns.get(random.nextInt(arns.size()));
    ResourceKind kind = view.kind(arn);
    JsonNode described =
        client
            .call("Describe" + kind.operationName(), Map.of(kind.arnMember(), arn))
            .json()
            .get(kind.describeMember());
    view.all()
        .get(arn)
        .properties()
        .forEach(
            member ->
                assertThat(described.get(member.getKey())).as(what).isEqualTo(member.getValue()));
  }
}
