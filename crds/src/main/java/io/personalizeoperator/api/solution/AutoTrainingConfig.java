package io.personalizeoperator.api.solution;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/**
 * When Amazon Personalize trains by itself.
 *
 * @param schedulingExpression How often: rate(N days), N from 1 to 30. AWS's default is every 7
 *     days.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AutoTrainingConfig(
    @Pattern("^rate\\(([1-9]|[12]\\d|30) days?\\)$")
        @Size(min = 1, max = 16)
        @JsonPropertyDescription(
            "How often: rate(N days), N from 1 to 30. AWS's default is every 7 days.")
        @Nullable String schedulingExpression) {}
