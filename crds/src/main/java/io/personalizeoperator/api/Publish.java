package io.personalizeoperator.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the ARN, and the name in AWS, are written for applications to read.
 *
 * @param configMap the ConfigMap and its keys
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Publish(
    @Required @JsonPropertyDescription("ConfigMap in the same namespace that gets the ARN.")
        ConfigMapKey configMap) {

  /**
   * Keys of a ConfigMap. Many resources can share one ConfigMap, each with keys of its own.
   *
   * @param name name of the ConfigMap; made when it does not exist
   * @param key key that gets the ARN
   * @param nameKey key that gets the name in AWS; null for none
   */
  @ValidationRule(
      value = "!has(self.nameKey) || self.nameKey != self.key",
      message = "nameKey and key must differ: one gets the name, the other the ARN")
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record ConfigMapKey(
      @Required
          @Pattern(Limits.OBJECT_NAME)
          @Size(min = 1, max = Limits.OBJECT_NAME_LENGTH)
          @JsonPropertyDescription(
              "Name of the ConfigMap. It is made if it does not exist. Many resources can share one.")
          String name,
      @Required
          @Size(min = 1, max = Limits.OBJECT_NAME_LENGTH)
          @Pattern("^[-._a-zA-Z0-9]+$")
          @JsonPropertyDescription(
              "Key that gets the ARN. Other keys are left alone. Two resources cannot share a key: the first keeps it.")
          String key,
      @Size(min = 1, max = Limits.OBJECT_NAME_LENGTH)
          @Pattern("^[-._a-zA-Z0-9]+$")
          @JsonPropertyDescription(
              "Key that gets the name in Amazon Personalize, beside the ARN. Default: none.")
          @Nullable String nameKey) {

    /** The keys that it claims. */
    public Set<String> keys() {
      return nameKey == null ? Set.of(key) : Set.of(key, nameKey);
    }
  }
}
