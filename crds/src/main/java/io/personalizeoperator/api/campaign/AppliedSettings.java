package io.personalizeoperator.api.campaign;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/**
 * What was last found in force as it was wanted.
 *
 * @param generation Generation of the manifest that wanted it.
 * @param solutionVersionArn Solution version.
 * @param minProvisionedTPS Requests per second provisioned, at least.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AppliedSettings(
    @JsonPropertyDescription("Generation of the manifest that wanted it.")
        @Nullable Long generation,
    @JsonPropertyDescription("Solution version.") @Nullable String solutionVersionArn,
    @JsonPropertyDescription("Requests per second provisioned, at least.")
        @Nullable Integer minProvisionedTPS) {}
