package io.personalizeoperator.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/**
 * Where the ARN is written for applications to read.
 *
 * @param configMap the ConfigMap and key
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Publish(
    @Required @JsonPropertyDescription("ConfigMap in the same namespace that gets the ARN.")
        ConfigMapKey configMap) {

  /**
   * One key of a ConfigMap. Many resources can share one ConfigMap.
   *
   * @param name name of the ConfigMap; made when it does not exist
   * @param key key within it
   */
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
          @JsonPropertyDescription("Key that gets the ARN. Other keys are left alone.")
          String key) {}
}
