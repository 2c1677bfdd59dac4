package io.personalizeoperator.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/**
 * A custom resource in the same namespace.
 *
 * @param name its metadata.name
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Reference(
    @Required
        @Pattern(Limits.OBJECT_NAME)
        @Size(min = 1, max = Limits.OBJECT_NAME_LENGTH)
        @JsonPropertyDescription("metadata.name of the resource, in the same namespace.")
        String name) {}
