package io.personalizeoperator.api.schema;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.personalizeoperator.api.CommonStatus;
import io.personalizeoperator.api.LifecycleStatus;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a schema.
 *
 * @param lifecycle the part that every kind has
 * @param schemaHash Hash of the content, the same for equal schemas.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SchemaStatus(
    @JsonUnwrapped @Nullable LifecycleStatus lifecycle,
    @JsonPropertyDescription("Hash of the content, the same for equal schemas.")
        @Nullable String schemaHash)
    implements CommonStatus {}
