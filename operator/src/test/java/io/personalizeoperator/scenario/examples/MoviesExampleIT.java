package io.personalizeoperator.scenario.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.support.Stage;
import io.personalizeoperator.support.Stages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The example in the repository, as users apply it, with its data. */
@ExtendWith(Stages.class)
class MoviesExampleIT {
  private static final Path MOVIES = Path.of("..", "examples", "movies");

  @Test
  void appliedAtOnceItBecomesReadyAndPublishesItsArns(Stage stage) throws IOException {
    stage.withData(MOVIES.resolve("data")).startOperator();
    apply(stage);

    stage.cluster().awaitAllReady();
    assertThat(stage.cluster().configMap("movies-recommendations"))
        .containsOnlyKeys("campaignArn", "notWatchedFilterArn", "genresFilterArn");
    assertThat(stage.cloud().callsAfter(0))
        .filteredOn(call -> call.error() != null)
        .as("no call was made too early")
        .isEmpty();
  }

  @Test
  void appliedAgainWhenAllIsReadyItChangesNothing(Stage stage) throws IOException {
    stage.withData(MOVIES.resolve("data")).startOperator();
    apply(stage);
    stage.cluster().awaitAllReady();
    Map<String, Long> generations = stage.cluster().generations();
    long mark = stage.cloud().mark();

    apply(stage);
    assertThat(stage.cluster().generations()).isEqualTo(generations);
    stage.cloud().awaitSweeps(1, "ListCampaigns", "ListSchemas");
    assertThat(stage.cloud().mutationsAfter(mark)).isEmpty();
  }

  private static void apply(Stage stage) throws IOException {
    for (Path manifest : manifests()) {
      stage.cluster().apply(Files.readString(manifest));
    }
  }

  private static List<Path> manifests() throws IOException {
    try (Stream<Path> files = Files.list(MOVIES)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }
}
