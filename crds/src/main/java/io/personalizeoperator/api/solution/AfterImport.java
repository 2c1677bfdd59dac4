package io.personalizeoperator.api.solution;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.personalizeoperator.api.ScheduleLimits;
import org.jspecify.annotations.Nullable;

/**
 * Training after new data: when an import into a dataset of the group has succeeded since the
 * newest version was started.
 *
 * @param mode FULL (all data) or UPDATE (new items only). Default: FULL.
 * @param atMostEvery The shortest time between the starts of two trainings, such as 24h. Default:
 *     24h.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AfterImport(
    @JsonPropertyDescription("FULL (all data) or UPDATE (new items only). Default: FULL.")
        @Nullable TrainingMode mode,
    @Pattern(ScheduleLimits.DURATION)
        @Size(min = 2, max = ScheduleLimits.DURATION_LENGTH)
        @JsonPropertyDescription(
            "The shortest time between the starts of two trainings, such as 24h. Default: 24h.")
        @Nullable String atMostEvery) {}
