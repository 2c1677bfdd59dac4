package io.personalizeoperator.api.solution;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crdv2.generator.v1.SchemaCustomizer;
import io.fabric8.generator.annotation.Size;
import io.personalizeoperator.crdfiles.ColumnLimits;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which columns are used in training.
 *
 * @param excludedDatasetColumns Columns to leave out, listed by dataset type, such as Items:
 *     [DESCRIPTION]. At most 50 each.
 * @param includedDatasetColumns Columns to train on, listed by dataset type. At most 50 each.
 *     Default: all.
 */
@SchemaCustomizer(ColumnLimits.class)
@JsonIgnoreProperties(ignoreUnknown = true)
public record TrainingDataConfig(
    @Size(max = 3)
        @JsonPropertyDescription(
            "Columns to leave out, listed by dataset type, such as Items: [DESCRIPTION]. At most 50 each.")
        @Nullable Map<String, List<String>> excludedDatasetColumns,
    @Size(max = 3)
        @JsonPropertyDescription(
            "Columns to train on, listed by dataset type. At most 50 each. Default: all.")
        @Nullable Map<String, List<String>> includedDatasetColumns) {}
