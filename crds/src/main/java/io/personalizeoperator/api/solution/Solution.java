package io.personalizeoperator.api.solution;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn.Type;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;
import io.personalizeoperator.api.PersonalizeResource;

/**
 * A solution in Amazon Personalize: a recipe with its configuration, and the versions trained from
 * it.
 */
@Group(PersonalizeResource.GROUP)
@Version(PersonalizeResource.VERSION)
@Categories(PersonalizeResource.CATEGORY)
@ShortNames("psol")
@JsonClassDescription(
    "A solution in Amazon Personalize: a recipe with its configuration, and the versions trained from it.")
@AdditionalPrinterColumn(name = "Ready", jsonPath = PersonalizeResource.READY)
@AdditionalPrinterColumn(name = "Status", jsonPath = PersonalizeResource.REASON)
@AdditionalPrinterColumn(name = "Promoted", jsonPath = ".status.promotedVersion.id")
@AdditionalPrinterColumn(
    name = "Trained",
    jsonPath = ".status.latestVersion.created",
    type = Type.DATE)
@AdditionalPrinterColumn(name = "Next", jsonPath = ".status.nextScheduleTime")
@AdditionalPrinterColumn(name = "Recipe", jsonPath = ".spec.recipe")
@AdditionalPrinterColumn(name = "Training", jsonPath = ".status.latestVersion.status", priority = 1)
@AdditionalPrinterColumn(name = "Age", jsonPath = ".metadata.creationTimestamp", type = Type.DATE)
@AdditionalPrinterColumn(name = "ARN", jsonPath = ".status.arn", priority = 1)
@AdditionalPrinterColumn(name = "Message", jsonPath = PersonalizeResource.MESSAGE, priority = 1)
public class Solution extends PersonalizeResource<SolutionSpec, SolutionStatus> {
  private static final long serialVersionUID = 1L;
}
