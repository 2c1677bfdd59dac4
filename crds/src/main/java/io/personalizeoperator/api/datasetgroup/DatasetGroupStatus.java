package io.personalizeoperator.api.datasetgroup;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.personalizeoperator.api.CommonStatus;
import io.personalizeoperator.api.Domain;
import io.personalizeoperator.api.LifecycleStatus;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a dataset group.
 *
 * @param lifecycle the part that every kind has
 * @param domain Domain as Amazon Personalize has it; absent for a custom dataset group.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DatasetGroupStatus(
    @JsonUnwrapped @Nullable LifecycleStatus lifecycle,
    @JsonPropertyDescription(
            "Domain as Amazon Personalize has it; absent for a custom dataset group.")
        @Nullable Domain domain)
    implements CommonStatus {}
