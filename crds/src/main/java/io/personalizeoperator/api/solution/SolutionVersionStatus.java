package io.personalizeoperator.api.solution;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One solution version.
 *
 * @param arn ARN of the solution version; absent while AWS has answered that it exists and does not
 *     show it yet
 * @param name Name of the solution version; empty when AWS trained by itself.
 * @param trigger Why it was trained: Initial, Schedule, Import, Request, Retry, Automatic (by AWS)
 *     or Other.
 * @param scheduledTime The tick that it was trained for.
 * @param status Status in Amazon Personalize.
 * @param trainingMode FULL, UPDATE or AUTOTRAIN.
 * @param trainingType MANUAL or AUTOMATIC.
 * @param created When the training was started.
 * @param ended When the training ended.
 * @param failureReason Why the training failed, in AWS's words.
 * @param trainingHours Training hours that AWS charges for it.
 * @param metrics Offline metrics.
 * @param promotion Promoted, Blocked by a gate, or Held for the promote annotation.
 * @param message Why it was not promoted.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SolutionVersionStatus(
    @JsonPropertyDescription("ARN of the solution version.") @Nullable String arn,
    @JsonPropertyDescription("Name of the solution version; empty when AWS trained by itself.")
        @Nullable String name,
    @JsonPropertyDescription(
            "Why it was trained: Initial, Schedule, Import, Request, Retry, Automatic (by AWS) or Other.")
        @Nullable TrainingTrigger trigger,
    @JsonPropertyDescription("The tick that it was trained for.") @Nullable Instant scheduledTime,
    @JsonPropertyDescription("Status in Amazon Personalize.") String status,
    @JsonPropertyDescription("FULL, UPDATE or AUTOTRAIN.") @Nullable String trainingMode,
    @JsonPropertyDescription("MANUAL or AUTOMATIC.") @Nullable String trainingType,
    @JsonPropertyDescription("When the training was started.") Instant created,
    @JsonPropertyDescription("When the training ended.") @Nullable Instant ended,
    @JsonPropertyDescription("Why the training failed, in AWS's words.")
        @Nullable String failureReason,
    @JsonPropertyDescription("Training hours that AWS charges for it.")
        @Nullable Double trainingHours,
    @JsonPropertyDescription("Offline metrics.") @Nullable Map<String, Double> metrics,
    @JsonPropertyDescription("Promoted, Blocked by a gate, or Held for the promote annotation.")
        @Nullable VersionPromotion promotion,
    @JsonPropertyDescription("Why it was not promoted.") @Nullable String message) {}
