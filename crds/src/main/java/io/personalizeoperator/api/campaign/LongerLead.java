package io.personalizeoperator.api.campaign;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/**
 * A spike that is raised earlier than its leadTime, since updates took longer of late.
 *
 * @param name Name of the spike.
 * @param leadTime The leadTime of the manifest, such as 30m.
 * @param lead How long before each start it is raised, such as 42m10s; at most twice leadTime.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LongerLead(
    @JsonPropertyDescription("Name of the spike.") String name,
    @JsonPropertyDescription("The leadTime of the manifest, such as 30m.") String leadTime,
    @JsonPropertyDescription(
            "How long before each start it is raised, such as 42m10s; at most twice leadTime.")
        String lead) {}
