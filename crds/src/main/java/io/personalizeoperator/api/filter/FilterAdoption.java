package io.personalizeoperator.api.filter;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;

/**
 * Filters of an earlier tool that this resource takes over.
 *
 * @param namePattern Names of the filters to take over: letters, digits, - and _, and * for any
 *     number of them, such as recent-*.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record FilterAdoption(
    @Required
        @Pattern("^[a-zA-Z0-9*][a-zA-Z0-9\\-_*]*$")
        @Size(min = 2, max = 63)
        @JsonPropertyDescription(
            "Names of the filters to take over: letters, digits, - and _, and * for any number of them, such as recent-*. The newest that is ACTIVE and has the same expression serves; the others are deleted. adoptionPolicy says which of them may be taken over.")
        String namePattern) {}
