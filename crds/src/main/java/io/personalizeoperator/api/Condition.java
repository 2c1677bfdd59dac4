package io.personalizeoperator.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One condition of a resource, in the shape of metav1.Condition.
 *
 * @param type Ready, Reconciling or Stalled, as kstatus has them
 * @param status True, False or Unknown
 * @param reason one word for programs, from the operator's list of reasons
 * @param message one sentence for people: what is true, and what to do next
 * @param lastTransitionTime when {@code status} last changed (UTC)
 * @param observedGeneration the generation that the condition speaks of
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Condition(
    @Required @JsonPropertyDescription("Ready, Reconciling or Stalled.") String type,
    @Required @JsonPropertyDescription("True, False or Unknown.") ConditionStatus status,
    @Required @JsonPropertyDescription("Why, in one word.") String reason,
    @Required @JsonPropertyDescription("Why, in a sentence, and what to do next.") String message,
    @Required @JsonPropertyDescription("When status last changed.") Instant lastTransitionTime,
    @JsonPropertyDescription("The generation of the spec that this speaks of.")
        @Nullable Long observedGeneration) {}
