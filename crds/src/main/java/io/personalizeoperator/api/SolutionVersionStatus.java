package io.personalizeoperator.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;

/**
 * One solution version.
 *
 * @param arn ARN.
 * @param status Status in Amazon Personalize.
 * @param trainingMode FULL, UPDATE or AUTOTRAIN.
 * @param trainingType MANUAL or AUTOMATIC.
 * @param created When the training was started.
 * @param failureReason Why it failed, in AWS's words.
 */
public record SolutionVersionStatus(
    @JsonPropertyDescription("ARN.") String arn,
    @JsonPropertyDescription("Status in Amazon Personalize.") String status,
    @JsonPropertyDescription("FULL, UPDATE or AUTOTRAIN.") String trainingMode,
    @JsonPropertyDescription("MANUAL or AUTOMATIC.") String trainingType,
    @JsonPropertyDescription("When the training was started.") Instant created,
    @JsonPropertyDescription("Why it failed, in AWS's words.") String failureReason) {}
