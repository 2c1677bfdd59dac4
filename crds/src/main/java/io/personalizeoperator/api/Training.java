package io.personalizeoperator.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;

/**
 * When the operator trains.
 *
 * @param onCreate Whether to train once when the solution is new and the data imports are done.
 *     Default: true.
 */
public record Training(
    @Default("true")
        @JsonPropertyDescription(
            "Whether to train once when the solution is new and the data imports are done. Default: true.")
        Boolean onCreate) {}
