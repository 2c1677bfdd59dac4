package io.personalizeoperator.api.datasetgroup;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn.Type;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;
import io.personalizeoperator.api.PersonalizeResource;

/**
 * A dataset group in Amazon Personalize: the container of datasets, solutions, campaigns and
 * filters.
 */
@Group(PersonalizeResource.GROUP)
@Version(PersonalizeResource.VERSION)
@Categories(PersonalizeResource.CATEGORY)
@ShortNames("pdsg")
@JsonClassDescription(
    "A dataset group in Amazon Personalize: the container of datasets, solutions, campaigns and filters.")
@AdditionalPrinterColumn(name = "Ready", jsonPath = PersonalizeResource.READY)
@AdditionalPrinterColumn(name = "Status", jsonPath = PersonalizeResource.REASON)
@AdditionalPrinterColumn(name = "Domain", jsonPath = ".spec.domain")
@AdditionalPrinterColumn(name = "Age", jsonPath = ".metadata.creationTimestamp", type = Type.DATE)
@AdditionalPrinterColumn(name = "ARN", jsonPath = ".status.arn", priority = 1)
@AdditionalPrinterColumn(name = "Message", jsonPath = PersonalizeResource.MESSAGE, priority = 1)
public class DatasetGroup extends PersonalizeResource<DatasetGroupSpec, DatasetGroupStatus> {
  private static final long serialVersionUID = 1L;
}
