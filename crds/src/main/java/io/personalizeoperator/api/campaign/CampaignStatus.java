package io.personalizeoperator.api.campaign;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.personalizeoperator.api.CommonStatus;
import io.personalizeoperator.api.LifecycleStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
 * @param deployedVersionArn The solution version that the operator last deployed.
 * @param applied What was last found in force as it was wanted.
 * @param cost What minProvisionedTPS provisions in the current month.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CampaignStatus(
    @JsonUnwrapped @Nullable LifecycleStatus lifecycle,
    @JsonPropertyDescription("ARN of the solution version that serves now.")
        @Nullable String solutionVersionArn,
    @JsonPropertyDescription("Its short form: solution name and version ID.")
        @Nullable String solutionVersion,
    @JsonPropertyDescription("Requests per second that are provisioned now, at least.")
        @Nullable Integer minProvisionedTPS,
    @JsonPropertyDescription("Requests per second that should be provisioned now, at least.")
        @Nullable Integer desiredMinProvisionedTPS,
    @JsonPropertyDescription("The last update of the campaign; absent until there is one.")
        @Nullable CampaignUpdateStatus latestUpdate,
    @JsonPropertyDescription("Requests per second, live and wanted, such as 2/200.")
        @Nullable String tps,
    @JsonPropertyDescription("The spike that is active or the next one, with its time.")
        @Nullable String spike,
    @JsonPropertyDescription("The spike whose capacity is wanted now.")
        @Nullable String activeSpike,
    @JsonPropertyDescription("The next spike.") @Nullable NextSpike nextSpike,
    @JsonPropertyDescription("The next ten windows, those under way included.")
        @Nullable List<SpikeOccurrence> spikes,
    @JsonPropertyDescription(
            "Spikes whose only window is over; you can remove them from the manifest.")
        @Nullable List<String> spikesOver,
    @JsonPropertyDescription("The newest valid list of spikes, which is in force.")
        @Nullable List<SpikeInForce> spikesInForce,
    @JsonPropertyDescription("The window that started before its capacity was there.")
        @Nullable LateSpike lateSpike,
    @JsonPropertyDescription("How long the last updates took, in seconds; at most five.")
        @Nullable List<Long> updateSeconds,
    @JsonPropertyDescription(
            "Spikes that are raised earlier than their leadTime because recent updates took longer.")
        @Nullable List<LongerLead> longerLeads,
    @JsonPropertyDescription("How many updates in a row have failed.")
        @Nullable Integer failedUpdates,
    @JsonPropertyDescription(
            "Parts of the campaign whose last update failed. Each is retried separately.")
        @Nullable List<FailedChange> failedChanges,
    @JsonPropertyDescription(
            "ARN of the solution version that the operator last deployed. It stays while a spike freezes rollouts.")
        @Nullable String deployedVersionArn,
    @JsonPropertyDescription("What was last found in force as it was wanted.")
        @Nullable AppliedSettings applied,
    @JsonPropertyDescription("What minProvisionedTPS provisions in the current month.")
        @Nullable CostStatus cost)
    implements CommonStatus {}
