package io.personalizeoperator.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Integers that users write have AWS's bounds; only where AWS names none, those of 32 bits. */
class NumberBoundsTest {
  @Test
  void everyIntegerOfASpecHasTheBoundsOfAws() {
    Map<String, String> bounds = new TreeMap<>();
    for (CustomResourceDefinition definition : CommittedDefinitions.all()) {
      JSONSchemaProps schema =
          definition.getSpec().getVersions().getFirst().getSchema().getOpenAPIV3Schema();
      collect(
          definition.getSpec().getNames().getKind(), schema.getProperties().get("spec"), bounds);
    }

    assertThat(bounds)
        .isEqualTo(
            Map.of(
                "Campaign.minProvisionedTPS",
                "1 to 2147483647",
                "Campaign.maximumMinProvisionedTPS",
                "1 to 2147483647",
                "Campaign.spikes[].minProvisionedTPS",
                "1 to 2147483647",
                "Solution.training.retries",
                "0 to 5",
                "Solution.config.hpoConfig.hpoResourceConfig.maxNumberOfTrainingJobs",
                "1 to 40",
                "Solution.config.hpoConfig.hpoResourceConfig.maxParallelTrainingJobs",
                "1 to 10",
                "Solution.config.hpoConfig.algorithmHyperParameterRanges.integerHyperParameterRanges[].minValue",
                "-1000000 to 1000000",
                "Solution.config.hpoConfig.algorithmHyperParameterRanges.integerHyperParameterRanges[].maxValue",
                "-1000000 to 1000000"));
  }

  private static void collect(String path, JSONSchemaProps schema, Map<String, String> bounds) {
    if ("integer".equals(schema.getType())) {
      bounds.put(path, bound(schema.getMinimum()) + " to " + bound(schema.getMaximum()));
    }
    schema.getProperties().forEach((name, below) -> collect(path + "." + name, below, bounds));
    Stream.ofNullable(schema.getItems())
        .forEach(items -> collect(path + "[]", items.getSchema(), bounds));
  }

  private static String bound(Double number) {
    return number == null ? "any" : String.valueOf(number.longValue());
  }
}
