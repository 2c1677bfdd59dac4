package io.personalizeoperator.api.campaign;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.personalizeoperator.api.AdoptionPolicy;
import io.personalizeoperator.api.ArnRules;
import io.personalizeoperator.api.CommonSpec;
import io.personalizeoperator.api.DeletionPolicy;
import io.personalizeoperator.api.Limits;
import io.personalizeoperator.api.Publish;
import io.personalizeoperator.api.Reference;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign shall be (AWS: CreateCampaign, UpdateCampaign).
 *
 * @param name see {@link CommonSpec#name()}
 * @param tags see {@link CommonSpec#tags()}
 * @param deletionPolicy see {@link CommonSpec#deletionPolicy()}
 * @param adoptionPolicy see {@link CommonSpec#adoptionPolicy()}
 * @param suspend see {@link CommonSpec#suspend()}
 * @param publish see {@link CommonSpec#publish()}
 * @param solutionRef Solution in the same namespace; the campaign follows its promoted version. Set
 *     this or solutionVersionArn.
 * @param solutionVersionArn ARN of the solution version to stay with, which is also how one rolls
 *     back. Set this or solutionRef.
 * @param minProvisionedTPS Requests per second that are always provisioned, and paid for even when
 *     unused. Amazon Personalize adds more by itself, within 5 to 10 minutes of a rise. Default: 1.
 * @param spikes Planned rises of minProvisionedTPS, at most 50. Of what holds at a time the highest
 *     wins.
 * @param rolloutsDuringSpikes Freeze: from the raise of a spike to its end a new solution version
 *     waits. Allow: it does not. Default: Freeze.
 * @param driftPolicy Correct: what others change in AWS is set right. Report: it is reported and
 *     left until something else changes. Default: Correct.
 * @param maximumMinProvisionedTPS Most requests per second that are ever provisioned, whatever the
 *     base and the spikes say. Default: as the operator is started.
 * @param config Settings of the campaign. Absent settings have AWS's defaults, also when they are
 *     removed.
 */
@ValidationRule(value = CommonSpec.TAGS_ARE_VALID, message = CommonSpec.TAGS_MESSAGE)
@ValidationRule(value = ArnRules.SOLUTION_VERSION, message = ArnRules.SOLUTION_VERSION_MESSAGE)
@ValidationRule(
    value = "has(self.solutionRef) != has(self.solutionVersionArn)",
    message = "set exactly one of solutionRef and solutionVersionArn")
@ValidationRule(
    value =
        "(has(self.config) && has(self.config.syncWithLatestSolutionVersion) && self.config.syncWithLatestSolutionVersion) == (has(self.solutionVersionArn) && self.solutionVersionArn.endsWith('/$LATEST'))",
    message =
        "config.syncWithLatestSolutionVersion: true and a solutionVersionArn that ends in /$LATEST must be set together")
@JsonIgnoreProperties(ignoreUnknown = true)
public record CampaignSpec(
    @Nullable String name,
    @Nullable Map<String, @Size(max = Limits.TAG_VALUE_LENGTH) String> tags,
    @Default("Delete") DeletionPolicy deletionPolicy,
    @Nullable AdoptionPolicy adoptionPolicy,
    @Nullable Boolean suspend,
    @Nullable Publish publish,
    @JsonPropertyDescription(
            "Solution in the same namespace; the campaign follows its promoted version. Set this or solutionVersionArn.")
        @Nullable Reference solutionRef,
    @Pattern(Limits.ARN)
        @Size(max = Limits.ARN_LENGTH)
        @JsonPropertyDescription(
            "ARN of the solution version to stay with, or to roll back to. Set this or solutionRef.")
        @Nullable String solutionVersionArn,
    @Min(1)
        @Max(Limits.INTEGER)
        @Default("1")
        @JsonPropertyDescription(
            "Requests per second that are always provisioned, and paid for even when unused. Amazon Personalize adds more by itself, within 5 to 10 minutes of a rise. Default: 1.")
        Integer minProvisionedTPS,
    @JsonPropertyDescription(
            "Settings of the campaign. Absent settings have AWS's defaults, also when they are removed.")
        @Nullable CampaignConfig config,
    @Size(max = Spike.LIST_SIZE)
        @JsonPropertyDescription(
            "Planned rises of minProvisionedTPS, at most 50. The highest of the base and all spikes applies.")
        @Nullable List<Spike> spikes,
    @Default("Freeze")
        @JsonPropertyDescription(
            "Freeze: a new solution version waits from the raise of a spike to its end. Allow: it is rolled out at once. Default: Freeze.")
        RolloutsDuringSpikes rolloutsDuringSpikes,
    @Default("Correct")
        @JsonPropertyDescription(
            "What to do when others change the campaign in AWS. Correct: change it back. Report: report it and leave it until something else changes. Default: Correct.")
        DriftPolicy driftPolicy,
    @Min(1)
        @Max(Limits.INTEGER)
        @JsonPropertyDescription(
            "Maximum of requests per second that are provisioned, whatever the base and the spikes say: limits what a typing mistake can cost. Default: the operator's --maximum-min-provisioned-tps.")
        @Nullable Integer maximumMinProvisionedTPS)
    implements CommonSpec {}
