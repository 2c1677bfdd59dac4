package io.personalizeoperator.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * What is known of a dataset.
 *
 * @param lifecycle the part that every kind has
 * @param schemaArn Schema that the dataset has now.
 * @param latestUpdate The last change of the schema.
 */
public record DatasetStatus(
    @JsonUnwrapped LifecycleStatus lifecycle,
    @JsonPropertyDescription("Schema that the dataset has now.") String schemaArn,
    @JsonPropertyDescription("The last change of the schema.") UpdateStatus latestUpdate)
    implements CommonStatus {}
