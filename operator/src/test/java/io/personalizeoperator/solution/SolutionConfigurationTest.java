package io.personalizeoperator.solution;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.api.solution.Solution;
import io.personalizeoperator.testing.Manifests;
import org.junit.jupiter.api.Test;

class SolutionConfigurationTest {
  /**
   * Developer guide, "Hyperparameters and HPO": each type of ranges must be in the request, though
   * it can be empty.
   */
  @Test
  void rangesThatTheManifestLeavesOutAreSentEmpty() {
    var config =
        Manifests.read(
                Solution.class,
                """
                metadata: {name: s}
                spec:
                  recipe: aws-user-personalization
                  datasetGroupRef: {name: g}
                  performHPO: true
                  config:
                    hpoConfig:
                      algorithmHyperParameterRanges:
                        integerHyperParameterRanges: [{name: bptt, minValue: 2, maxValue: 22}]
                """)
            .getSpec()
            .config();

    var aws = SolutionConfiguration.toAws(config);

    assertThat(aws).isNotNull();
    var ranges = aws.hpoConfig().algorithmHyperParameterRanges();
    assertThat(ranges.integerHyperParameterRanges()).hasSize(1);
    assertThat(ranges.hasContinuousHyperParameterRanges()).isTrue();
    assertThat(ranges.continuousHyperParameterRanges()).isEmpty();
    assertThat(ranges.hasCategoricalHyperParameterRanges()).isTrue();
    assertThat(ranges.categoricalHyperParameterRanges()).isEmpty();
  }
}
