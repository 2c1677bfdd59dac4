package io.personalizeoperator.api;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/**
 * One column of a schema.
 *
 * @param name Name of the column, such as USER_ID.
 * @param type Type of the values. Default: STRING.
 * @param nullable Whether a value may be missing.
 * @param categorical Whether the column holds categories, several divided by a bar.
 * @param textual Whether the column holds free text (items only).
 */
public record SchemaField(
    @Required
        @Pattern("^[A-Za-z_][A-Za-z\\d_]*$")
        @Size(min = 1, max = 150)
        @JsonPropertyDescription("Name of the column, such as USER_ID.")
        String name,
    @Default("STRING") @JsonPropertyDescription("Type of the values. Default: STRING.")
        FieldType type,
    @JsonPropertyDescription("Whether a value may be missing.") Boolean nullable,
    @JsonPropertyDescription("Whether the column holds categories, several divided by a bar.")
        Boolean categorical,
    @JsonPropertyDescription("Whether the column holds free text (items only).") Boolean textual) {}
