package io.personalizeoperator.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * What is known of a dataset.
 *
 * @param lifecycle the part that every kind has
 * @param schemaArn ARN of the schema that the dataset has now.
 * @param latestUpdate The last change of the schema.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DatasetStatus(
    @JsonUnwrapped LifecycleStatus lifecycle,
    @JsonPropertyDescription("ARN of the schema that the dataset has now.") String schemaArn,
    @JsonPropertyDescription("The last change of the schema.") UpdateStatus latestUpdate)
    implements CommonStatus {}
