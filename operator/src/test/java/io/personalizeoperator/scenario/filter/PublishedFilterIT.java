package io.personalizeoperator.scenario.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.simulator.world.Durations;
import io.personalizeoperator.support.Stage;
import io.personalizeoperator.support.Stages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * An application that reads the published ARN never meets a filter that is gone, or a wrong one.
 */
@ExtendWith(Stages.class)
class PublishedFilterIT {
  private static final Path MOVIES = Path.of("..", "examples", "movies");
  private static final int DAYS = 90;
  private static final String RECENT =
      """
      apiVersion: personalize-operator.io/v1alpha1
      kind: Filter
      metadata:
        name: recent
      spec:
        datasetGroupRef: {name: movies}
        expression: INCLUDE ItemID WHERE Items.CREATION_TIMESTAMP > ${unixSeconds(now - days(%d))}
        rotation: {cron: "0 */12 * * *", gracePeriod: 6h}
        publish: {configMap: {name: movies-recommendations, key: recent}}
      """
          .formatted(DAYS);

  @Test
  void recommendationsWithThePublishedFilterNeverFailWhileItRotates(Stage stage)
      throws IOException {
    stage.withData(MOVIES.resolve("data")).startOperator();
    apply(stage);
    stage.cluster().apply(RECENT);
    stage.cluster().awaitAllReady();
    stage.cloud().takes(Durations.FILTER, Duration.ofMinutes(30));
    stage.cloud().takes(Durations.DELETE, Duration.ofMinutes(5));
    stage.cloud().speed(3_600);

    try (ReadingApplication application =
        new ReadingApplication(
            stage,
            new ReadingApplication.Wiring("movies-recommendations", "campaignArn", "recent", DAYS),
            created())) {
      awaitFilters(application, 2);
      stage.crashOperator().startOperator();
      awaitFilters(application, 4);

      assertThat(application.complaint()).isNull();
      assertThat(application.answers()).isGreaterThan(50);
    }
  }

  private static void awaitFilters(ReadingApplication application, int count) {
    Awaitility.await(count + " filters, one after the other")
        .atMost(Duration.ofSeconds(120))
        .until(() -> application.used().size() >= count || application.complaint() != null);
  }

  private static Map<String, Long> created() throws IOException {
    List<String> lines = Files.readAllLines(MOVIES.resolve("data/movies-data/items/items.csv"));
    return lines.stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .collect(Collectors.toMap(cells -> cells[0], cells -> Long.parseLong(cells[2])));
  }

  private static void apply(Stage stage) throws IOException {
    try (Stream<Path> files = Files.list(MOVIES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        stage.cluster().apply(Files.readString(file));
      }
    }
  }
}
