package io.personalizeoperator.api.campaign;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn.Type;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;
import io.personalizeoperator.api.PersonalizeResource;

/** A campaign in Amazon Personalize: serves recommendations from a solution version. */
@Group(PersonalizeResource.GROUP)
@Version(PersonalizeResource.VERSION)
@Categories(PersonalizeResource.CATEGORY)
@ShortNames("pcamp")
@JsonClassDescription(
    "A campaign in Amazon Personalize: serves recommendations from a solution version.")
@AdditionalPrinterColumn(name = "Ready", jsonPath = PersonalizeResource.READY)
@AdditionalPrinterColumn(name = "Status", jsonPath = PersonalizeResource.REASON)
@AdditionalPrinterColumn(
    name = "Updating",
    jsonPath = ".status.conditions[?(@.type==\"Updating\")].status")
@AdditionalPrinterColumn(name = "TPS", jsonPath = ".status.tps")
@AdditionalPrinterColumn(name = "Spike", jsonPath = ".status.spike")
@AdditionalPrinterColumn(name = "Solution version", jsonPath = ".status.solutionVersion")
@AdditionalPrinterColumn(name = "Update", jsonPath = ".status.latestUpdate.status", priority = 1)
@AdditionalPrinterColumn(name = "Age", jsonPath = ".metadata.creationTimestamp", type = Type.DATE)
@AdditionalPrinterColumn(name = "ARN", jsonPath = ".status.arn", priority = 1)
@AdditionalPrinterColumn(name = "Message", jsonPath = PersonalizeResource.MESSAGE, priority = 1)
public class Campaign extends PersonalizeResource<CampaignSpec, CampaignStatus> {
  private static final long serialVersionUID = 1L;
}
