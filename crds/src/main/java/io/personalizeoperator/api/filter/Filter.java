package io.personalizeoperator.api.filter;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn.Type;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;
import io.personalizeoperator.api.PersonalizeResource;

/**
 * A filter in Amazon Personalize: leaves items, users or actions out of recommendations, or only
 * lets those in.
 */
@Group(PersonalizeResource.GROUP)
@Version(PersonalizeResource.VERSION)
@Categories(PersonalizeResource.CATEGORY)
@ShortNames("pfilter")
@JsonClassDescription(
    "A filter in Amazon Personalize: leaves items, users or actions out of recommendations, or only lets those in.")
@AdditionalPrinterColumn(name = "Ready", jsonPath = PersonalizeResource.READY)
@AdditionalPrinterColumn(name = "Status", jsonPath = PersonalizeResource.REASON)
@AdditionalPrinterColumn(name = "Current", jsonPath = ".status.current.name")
@AdditionalPrinterColumn(name = "Rotated", jsonPath = ".status.lastRotationTime", type = Type.DATE)
@AdditionalPrinterColumn(name = "Next", jsonPath = ".status.nextRotationTime")
@AdditionalPrinterColumn(
    name = "Dataset group",
    jsonPath = ".spec.datasetGroupRef.name",
    priority = 1)
@AdditionalPrinterColumn(name = "Expression", jsonPath = ".status.current.expression", priority = 1)
@AdditionalPrinterColumn(name = "Age", jsonPath = ".metadata.creationTimestamp", type = Type.DATE)
@AdditionalPrinterColumn(name = "ARN", jsonPath = ".status.arn", priority = 1)
@AdditionalPrinterColumn(name = "Message", jsonPath = PersonalizeResource.MESSAGE, priority = 1)
public class Filter extends PersonalizeResource<FilterSpec, FilterStatus> {
  private static final long serialVersionUID = 1L;
}
