package io.personalizeoperator.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import java.util.List;

/**
 * The part of a status that every kind has, unwrapped into the status itself.
 *
 * @param observedGeneration the generation of the spec that this status speaks of
 * @param arn ARN in Amazon Personalize; set once the resource is known to be ours
 * @param awsStatus status as AWS gave it last, such as CREATE IN_PROGRESS
 * @param awsLastUpdated AWS's lastUpdatedDateTime of the details that this status was made from
 * @param ownership how the operator came to the resource
 * @param recreated value of the recreate annotation that was last acted on
 * @param published where the ARN was last published, and which
 * @param conditions Ready, Reconciling and Stalled
 */
public record LifecycleStatus(
    @JsonPropertyDescription("The generation of the spec that this status speaks of.")
        Long observedGeneration,
    @JsonPropertyDescription("ARN in Amazon Personalize.") String arn,
    @JsonPropertyDescription("Status in Amazon Personalize.") String awsStatus,
    @JsonPropertyDescription("When the resource last changed in Amazon Personalize.")
        Instant awsLastUpdated,
    @JsonPropertyDescription(
            "Created: made by the operator. Adopted: taken over. Shared: an equal schema that was"
                + " there before.")
        Ownership ownership,
    @JsonPropertyDescription("Value of the recreate annotation that was last acted on.")
        String recreated,
    @JsonPropertyDescription("Where the ARN was last published.") Published published,
    @JsonPropertyDescription("Ready, Reconciling and Stalled, as kstatus defines them.")
        List<Condition> conditions) {

  /** Nothing known yet. */
  public static final LifecycleStatus EMPTY =
      new LifecycleStatus(null, null, null, null, null, null, null, List.of());

  public LifecycleStatus {
    conditions = conditions == null ? List.of() : List.copyOf(conditions);
  }

  /**
   * What was written to a ConfigMap.
   *
   * @param configMap its name
   * @param key the key
   * @param value the ARN
   */
  public record Published(String configMap, String key, String value) {}
}
