package io.personalizeoperator.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;

/**
 * When Amazon Personalize trains by itself.
 *
 * @param schedulingExpression rate(N days), N from 1 to 30.
 */
public record AutoTrainingConfig(
    @Pattern("^rate\\((1 day|([1-9]|[12]\\d|30) days)\\)$")
        @Size(min = 1, max = 16)
        @JsonPropertyDescription("rate(N days), N from 1 to 30.")
        String schedulingExpression) {}
