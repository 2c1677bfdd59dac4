package io.personalizeoperator.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The part of a status that every kind has, unwrapped into the status itself.
 *
 * @param observedGeneration the generation of the spec that this status speaks of
 * @param arn ARN in Amazon Personalize; set once the resource is known to be ours.
 * @param awsCreated AWS's creationDateTime. With the ARN it tells the resource from another of the
 *     same name
 * @param awsStatus Status in Amazon Personalize, such as ACTIVE or CREATE IN_PROGRESS.
 * @param awsLastUpdated AWS's lastUpdatedDateTime when it was last found to be as the manifest says
 * @param ownership How the operator came to the resource. Created: made by the operator. Adopted:
 *     was there, and adoptionPolicy let the operator take it over. Shared: a schema that was there
 *     with the same content; used, never deleted.
 * @param recreated value of the recreate annotation that was last acted on
 * @param published Where the ARN was last published, and which.
 * @param tagKeys keys of the user's tags that were last set, so that a removed one is removed in
 *     AWS
 * @param appliedGeneration the generation of the spec that AWS was last found to match
 * @param conditions Ready, Reconciling and Stalled, as kstatus defines them. Ready's reason and
 *     message say what goes on and what to do.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LifecycleStatus(
    @JsonPropertyDescription("The generation of the spec that this status describes.")
        @Nullable Long observedGeneration,
    @JsonPropertyDescription(
            "ARN in Amazon Personalize; set once the resource is known to be ours.")
        @Nullable String arn,
    @JsonPropertyDescription(
            "When the resource was created in Amazon Personalize. A resource with the same ARN and another time is a different one.")
        @Nullable Instant awsCreated,
    @JsonPropertyDescription(
            "Status in Amazon Personalize, such as ACTIVE or CREATE IN_PROGRESS. CREATE PENDING stays here until something else changes.")
        @Nullable String awsStatus,
    @JsonPropertyDescription("When the resource last changed in Amazon Personalize.")
        @Nullable Instant awsLastUpdated,
    @JsonPropertyDescription(
            "How the operator came to the resource. Created: the operator created it. Adopted: it existed, and adoptionPolicy allowed the operator to adopt it. Shared: an existing schema with the same content; used, never deleted.")
        @Nullable Ownership ownership,
    @JsonPropertyDescription("Value of the recreate annotation that was last acted on.")
        @Nullable String recreated,
    @JsonPropertyDescription("Where the ARN was last published, and which.")
        @Nullable Published published,
    @JsonPropertyDescription(
            "Keys of the user's tags that were last set, so that a removed one is removed in AWS.")
        @Nullable List<String> tagKeys,
    @JsonPropertyDescription("The generation of the spec that AWS was last found to match.")
        @Nullable Long appliedGeneration,
    @JsonPropertyDescription(
            "Ready, Reconciling and Stalled, as kstatus defines them. Ready's reason and message say what is happening and what to do.")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<Condition> conditions) {

  /** Nothing known yet. */
  public static final LifecycleStatus EMPTY =
      new LifecycleStatus(null, null, null, null, null, null, null, null, null, null, List.of());

  public LifecycleStatus {
    conditions = conditions == null ? List.of() : List.copyOf(conditions);
  }

  /** The same with another place of publication. */
  public LifecycleStatus withPublished(@Nullable Published now) {
    return new LifecycleStatus(
        observedGeneration,
        arn,
        awsCreated,
        awsStatus,
        awsLastUpdated,
        ownership,
        recreated,
        now,
        tagKeys,
        appliedGeneration,
        conditions);
  }

  /** The same with other conditions. */
  public LifecycleStatus withConditions(List<Condition> now) {
    return new LifecycleStatus(
        observedGeneration,
        arn,
        awsCreated,
        awsStatus,
        awsLastUpdated,
        ownership,
        recreated,
        published,
        tagKeys,
        appliedGeneration,
        now);
  }

  /**
   * What was written to a ConfigMap.
   *
   * @param configMap its name
   * @param key the key of the ARN
   * @param value the ARN; absent while it is about to be written
   * @param nameKey the key of the name in AWS; null for none
   * @param name the name in AWS; absent without its key, and while it is about to be written
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Published(
      @JsonPropertyDescription("Name of the ConfigMap.") String configMap,
      @JsonPropertyDescription("The key.") String key,
      @JsonPropertyDescription("The ARN; absent while it is about to be written.")
          @Nullable String value,
      @JsonPropertyDescription("The key of the name.") @Nullable String nameKey,
      @JsonPropertyDescription("The name in Amazon Personalize.") @Nullable String name) {

    /** What it writes, by key; empty while it is about to be written. */
    public Map<String, String> content() {
      Map<String, String> all = new HashMap<>();
      if (value != null) {
        all.put(key, value);
      }
      if (nameKey != null && name != null) {
        all.put(nameKey, name);
      }
      return Map.copyOf(all);
    }

    /** The keys that it claims. */
    public Set<String> keys() {
      return nameKey == null ? Set.of(key) : Set.of(key, nameKey);
    }
  }
}
