package io.personalizeoperator.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import java.util.Map;

/**
 * Which columns are used in training.
 *
 * @param excludedDatasetColumns By dataset type, the columns left out.
 * @param includedDatasetColumns By dataset type, the columns used.
 */
public record TrainingDataConfig(
    @Size(max = 3) @JsonPropertyDescription("By dataset type, the columns left out.")
        Map<String, List<String>> excludedDatasetColumns,
    @Size(max = 3) @JsonPropertyDescription("By dataset type, the columns used.")
        Map<String, List<String>> includedDatasetColumns) {}
