package io.personalizeoperator.api.solution;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One solution version.
 *
 * @param arn ARN of the solution version.
 * @param status Status in Amazon Personalize.
 * @param trainingMode FULL, UPDATE or AUTOTRAIN.
 * @param trainingType MANUAL or AUTOMATIC.
 * @param created When the training was started.
 * @param failureReason Why the training failed, in AWS's words.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SolutionVersionStatus(
    @JsonPropertyDescription("ARN of the solution version.") String arn,
    @JsonPropertyDescription("Status in Amazon Personalize.") String status,
    @JsonPropertyDescription("FULL, UPDATE or AUTOTRAIN.") @Nullable String trainingMode,
    @JsonPropertyDescription("MANUAL or AUTOMATIC.") @Nullable String trainingType,
    @JsonPropertyDescription("When the training was started.") Instant created,
    @JsonPropertyDescription("Why the training failed, in AWS's words.")
        @Nullable String failureReason) {}
