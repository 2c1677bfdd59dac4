package io.personalizeoperator.api.solution;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.personalizeoperator.api.CommonStatus;
import io.personalizeoperator.api.LifecycleStatus;
import io.personalizeoperator.api.UpdateStatus;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a solution.
 *
 * @param lifecycle the part that every kind has
 * @param latestVersion The newest solution version.
 * @param promotedVersion The solution version that campaigns follow: the newest that is ACTIVE.
 * @param latestUpdate The last update of the solution; absent until there is one.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SolutionStatus(
    @JsonUnwrapped @Nullable LifecycleStatus lifecycle,
    @JsonPropertyDescription("The newest solution version.")
        @Nullable SolutionVersionStatus latestVersion,
    @JsonPropertyDescription(
            "The solution version that campaigns follow: the newest that is ACTIVE.")
        @Nullable PromotedVersion promotedVersion,
    @JsonPropertyDescription("The last update of the solution; absent until there is one.")
        @Nullable UpdateStatus latestUpdate)
    implements CommonStatus {}
