package io.personalizeoperator.api.dataset;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.personalizeoperator.api.CommonStatus;
import io.personalizeoperator.api.LifecycleStatus;
import io.personalizeoperator.api.UpdateStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a dataset.
 *
 * @param lifecycle the part that every kind has
 * @param created When AWS made the dataset: a later time than before is another, empty one.
 * @param schemaArn ARN of the schema that the dataset has now.
 * @param latestUpdate The last change of the schema.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DatasetStatus(
    @JsonUnwrapped @Nullable LifecycleStatus lifecycle,
    @JsonPropertyDescription(
            "When AWS made the dataset: a later time than before is another, empty one.")
        @Nullable Instant created,
    @JsonPropertyDescription("ARN of the schema that the dataset has now.")
        @Nullable String schemaArn,
    @JsonPropertyDescription("The last change of the schema.") @Nullable UpdateStatus latestUpdate)
    implements CommonStatus {}
