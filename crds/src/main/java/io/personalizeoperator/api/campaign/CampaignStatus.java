package io.personalizeoperator.api.campaign;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.personalizeoperator.api.CommonStatus;
import io.personalizeoperator.api.LifecycleStatus;
import java.util.List;

/**
 * What is known of a campaign.
 *
 * @param lifecycle the part that every kind has
 * @param solutionVersionArn ARN of the solution version that serves now.
 * @param solutionVersion Its short form: solution name and version ID.
 * @param minProvisionedTPS Requests per second that are provisioned now, at least.
 * @param desiredMinProvisionedTPS Requests per second that should be provisioned now, at least.
 * @param latestUpdate The last update of the campaign; absent until there is one.
 * @param tps Requests per second, live and wanted, such as 2/200.
 * @param spike The spike that is active or the next one, with its time.
 * @param activeSpike The spike whose capacity is wanted now.
 * @param nextSpike The next spike.
 * @param spikes The next ten windows, those under way included.
 * @param spikesOver Spikes whose only window is over; you can remove them from the manifest.
 * @param spikesInForce The newest valid list of spikes, which is in force.
 * @param lateSpike The window that started before its capacity was there.
 * @param updateSeconds How long the last updates took, in seconds; at most five.
 * @param longerLeads Spikes that are raised earlier than their leadTime, since updates took longer
 *     of late.
 * @param failedUpdates How many updates in a row have failed.
 * @param failedChanges Parts whose last update failed; each is tried again by itself.
 * @param applied What was last found in force as it was wanted.
 * @param cost What minProvisionedTPS provisions in the current month.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CampaignStatus(
    @JsonUnwrapped LifecycleStatus lifecycle,
    @JsonPropertyDescription("ARN of the solution version that serves now.")
        String solutionVersionArn,
    @JsonPropertyDescription("Its short form: solution name and version ID.")
        String solutionVersion,
    @JsonPropertyDescription("Requests per second that are provisioned now, at least.")
        Integer minProvisionedTPS,
    @JsonPropertyDescription("Requests per second that should be provisioned now, at least.")
        Integer desiredMinProvisionedTPS,
    @JsonPropertyDescription("The last update of the campaign; absent until there is one.")
        CampaignUpdateStatus latestUpdate,
    @JsonPropertyDescription("Requests per second, live and wanted, such as 2/200.") String tps,
    @JsonPropertyDescription("The spike that is active or the next one, with its time.")
        String spike,
    @JsonPropertyDescription("The spike whose capacity is wanted now.") String activeSpike,
    @JsonPropertyDescription("The next spike.") NextSpike nextSpike,
    @JsonPropertyDescription("The next ten windows, those under way included.")
        List<SpikeOccurrence> spikes,
    @JsonPropertyDescription(
            "Spikes whose only window is over; you can remove them from the manifest.")
        List<String> spikesOver,
    @JsonPropertyDescription("The newest valid list of spikes, which is in force.")
        List<SpikeInForce> spikesInForce,
    @JsonPropertyDescription("The window that started before its capacity was there.")
        LateSpike lateSpike,
    @JsonPropertyDescription("How long the last updates took, in seconds; at most five.")
        List<Long> updateSeconds,
    @JsonPropertyDescription(
            "Spikes that are raised earlier than their leadTime because recent updates took longer.")
        List<LongerLead> longerLeads,
    @JsonPropertyDescription("How many updates in a row have failed.") Integer failedUpdates,
    @JsonPropertyDescription(
            "Parts of the campaign whose last update failed. Each is retried separately.")
        List<FailedChange> failedChanges,
    @JsonPropertyDescription("What was last found in force as it was wanted.")
        AppliedSettings applied,
    @JsonPropertyDescription("What minProvisionedTPS provisions in the current month.")
        CostStatus cost)
    implements CommonStatus {}
