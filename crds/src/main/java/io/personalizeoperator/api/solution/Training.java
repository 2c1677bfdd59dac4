package io.personalizeoperator.api.solution;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;

/**
 * When the operator trains.
 *
 * @param onCreate Whether to train once when the solution is new and the imports into its dataset
 *     group are done. Default: true.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Training(
    @Default("true")
        @JsonPropertyDescription(
            "Whether to train once when the solution is new and the imports into its dataset group are done. Default: true.")
        Boolean onCreate) {}
