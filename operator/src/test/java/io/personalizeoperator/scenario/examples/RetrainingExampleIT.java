package io.personalizeoperator.scenario.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.personalizeoperator.api.datasetimport.DatasetImport;
import io.personalizeoperator.api.solution.Solution;
import io.personalizeoperator.api.solution.SolutionStatus;
import io.personalizeoperator.api.solution.SolutionVersionStatus;
import io.personalizeoperator.api.solution.VersionPromotion;
import io.personalizeoperator.support.Stage;
import io.personalizeoperator.support.Stages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The example of retraining, as users apply it after the movies. */
@ExtendWith(Stages.class)
class RetrainingExampleIT {
  private static final Path EXAMPLES = Path.of("..", "examples");
  private static final String WEEKLY = "movies-weekly";
  private static final String HOURLY = "movies-hourly";
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  /** Sunday at 3 in Madrid, and the training of both solutions for it. */
  private static final Instant SUNDAY = Instant.parse("2026-11-29T02:00:00Z");

  private static final String OF_SUNDAY = "weekly-202611290200";

  @Test
  void itTrainsBySchedulePromotesByGatesAndTrainsAfterNewData(Stage stage) throws IOException {
    stage.withData(EXAMPLES.resolve("movies").resolve("data")).startOperator();
    apply(stage, "movies");
    stage.cluster().awaitAllReady();
    stage.cloud().measures(WEEKLY, Map.of("precision_at_10", 0.12, "coverage", 0.3));
    apply(stage, "retraining");
    stage.cluster().awaitAllReady();
    assertThat(stage.cluster().configMap("movies-recommendations"))
        .containsKeys("weeklyCampaignArn", "hourlyCampaignArn");
    await(stage, HOURLY, "an UPDATE", one -> hasStarted(one, "new-items-"));

    stage.passTo(SUNDAY);
    await(stage, HOURLY, "Sunday's training", one -> hasStarted(one, OF_SUNDAY));
    String promoted =
        await(stage, WEEKLY, "Sunday's version", one -> isPromoted(one, OF_SUNDAY))
            .promotedVersion()
            .arn();

    stage.cloud().measures(WEEKLY, Map.of("precision_at_10", 0.06, "coverage", 0.3));
    stage.advance(Duration.ofHours(25));
    importAgain(stage);
    SolutionStatus status =
        await(stage, WEEKLY, "a blocked version", one -> blocked(one).findAny().isPresent());
    assertThat(status.promotedVersion().arn()).isEqualTo(promoted);
    assertThat(blocked(status))
        .singleElement()
        .satisfies(
            version -> {
              assertThat(version.name()).startsWith("import-");
              assertThat(version.message()).contains("0.06", "20%", "0.12");
            });
    stage.cluster().awaitAllReady();
  }

  private static boolean hasStarted(SolutionStatus status, String name) {
    return versions(status).anyMatch(version -> version.name().startsWith(name));
  }

  private static boolean isPromoted(SolutionStatus status, String name) {
    return versions(status)
        .filter(version -> version.name().equals(name))
        .anyMatch(version -> Objects.equals(version.arn(), status.promotedVersion().arn()));
  }

  private static Stream<SolutionVersionStatus> blocked(SolutionStatus status) {
    return versions(status).filter(version -> version.promotion() == VersionPromotion.Blocked);
  }

  private static Stream<SolutionVersionStatus> versions(SolutionStatus status) {
    return status.history().stream().filter(version -> version.name() != null);
  }

  private static SolutionStatus await(
      Stage stage, String name, String what, Predicate<SolutionStatus> wanted) {
    return Awaitility.await(what)
        .atMost(PATIENCE)
        .until(
            () ->
                stage
                    .kubernetes()
                    .resources(Solution.class)
                    .inNamespace(stage.namespace())
                    .withName(name)
                    .require()
                    .getStatus(),
            wanted);
  }

  private static void importAgain(Stage stage) {
    stage
        .kubernetes()
        .resources(DatasetImport.class)
        .inNamespace(stage.namespace())
        .withName("movies-interactions")
        .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"spec\": {\"run\": \"again\"}}");
  }

  private static void apply(Stage stage, String example) throws IOException {
    for (Path manifest : manifests(EXAMPLES.resolve(example))) {
      stage.cluster().apply(Files.readString(manifest));
    }
  }

  private static List<Path> manifests(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }
}
