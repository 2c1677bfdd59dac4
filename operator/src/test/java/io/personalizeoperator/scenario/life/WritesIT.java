package io.personalizeoperator.scenario.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.simulator.world.Durations;
import io.personalizeoperator.support.Sample;
import io.personalizeoperator.support.Stage;
import io.personalizeoperator.support.Stages;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** How often the operator writes to the API server for a resource that takes AWS a while. */
@ExtendWith(Stages.class)
class WritesIT {
  @ParameterizedTest
  @EnumSource(
      mode = Mode.INCLUDE,
      names = {"FILTER", "CAMPAIGN"})
  void aResourceCostsItsFinalizerTwoStatusesAnEventAndItsKey(Sample sample, Stage stage) {
    stage.startOperator();
    stage.cluster().applyAll(sample.before());
    stage.cluster().awaitReady(sample.before());
    for (Durations work : Durations.values()) {
      stage.cloud().takes(work, Duration.ofMinutes(4));
    }
    stage.cloud().speed(60);
    int before = stage.kubernetesWrites().size();

    stage.cluster().apply(sample, "publish: {configMap: {name: arns, key: arn}}");
    stage.cluster().awaitReady(sample);
    stage.cluster().awaitEvent(sample, "Created");

    String namespace = "/namespaces/" + stage.namespace();
    String resource =
        "PATCH /apis/personalize-operator.io/v1alpha1%s/%ss/movies"
            .formatted(namespace, sample.kind().toLowerCase(Locale.ROOT));
    String configMaps = "POST /api/v1" + namespace + "/configmaps";
    List<String> all = stage.kubernetesWrites();
    assertThat(all.subList(before, all.size()))
        // Others may still report what happened before.
        .filteredOn(write -> write.startsWith(resource) || write.contains("/configmaps"))
        .containsExactlyInAnyOrder(
            resource, resource + "/status", configMaps, resource + "/status");
    assertThat(stage.cluster().events(sample))
        .as("Events of events.k8s.io/v1, one write each")
        .hasSize(1)
        .allMatch(event -> event.getSeries() == null);
  }
}
