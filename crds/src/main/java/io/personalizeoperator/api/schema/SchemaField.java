package io.personalizeoperator.api.schema;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.personalizeoperator.api.Limits;
import org.jspecify.annotations.Nullable;

/**
 * One column of a schema.
 *
 * @param name Name of the column, such as USER_ID.
 * @param type Type of the values: STRING, INT, LONG, FLOAT, DOUBLE or BOOLEAN. Default: STRING.
 * @param nullable Whether a value may be missing. Default: false.
 * @param categorical Whether the values are categories; a value can hold several, with | between
 *     them. Default: false.
 * @param textual Whether the values are free text, for which Amazon Personalize makes sense of the
 *     language (items only). Default: false.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SchemaField(
    @Required
        @Pattern(Limits.COLUMN_NAME)
        @Size(min = 1, max = Limits.COLUMN_NAME_LENGTH)
        @JsonPropertyDescription("Name of the column, such as USER_ID.")
        String name,
    @JsonPropertyDescription(
            "Type of the values: STRING, INT, LONG, FLOAT, DOUBLE or BOOLEAN. Default: STRING.")
        @Nullable FieldType type,
    @JsonPropertyDescription("Whether a value may be missing. Default: false.")
        @Nullable Boolean nullable,
    @JsonPropertyDescription(
            "Whether the values are categories; a value can hold several, with | between them. Default: false.")
        @Nullable Boolean categorical,
    @JsonPropertyDescription(
            "Whether the values are free text, from which Amazon Personalize extracts meaning (items only). Default: false.")
        @Nullable Boolean textual) {}
