package io.personalizeoperator.api.campaign;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import org.jspecify.annotations.Nullable;

/**
 * Weight of other aims beside relevance (semantic-similarity).
 *
 * @param popularity Weight of popularity, 0 to 1.
 * @param freshness Weight of freshness, 0 to 1.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RankingInfluence(
    @JsonProperty("POPULARITY")
        @Min(0)
        @Max(1)
        @JsonPropertyDescription("Weight of popularity, 0 to 1.")
        @Nullable Double popularity,
    @JsonProperty("FRESHNESS")
        @Min(0)
        @Max(1)
        @JsonPropertyDescription("Weight of freshness, 0 to 1.")
        @Nullable Double freshness) {}
