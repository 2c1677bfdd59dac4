package io.personalizeoperator.api.dataset;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn.Type;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;
import io.personalizeoperator.api.PersonalizeResource;

/** A dataset in Amazon Personalize: one type of data of a dataset group. */
@Group(PersonalizeResource.GROUP)
@Version(PersonalizeResource.VERSION)
@Categories(PersonalizeResource.CATEGORY)
@ShortNames("pds")
@JsonClassDescription("A dataset in Amazon Personalize: one type of data of a dataset group.")
@AdditionalPrinterColumn(name = "Ready", jsonPath = PersonalizeResource.READY)
@AdditionalPrinterColumn(name = "Status", jsonPath = PersonalizeResource.REASON)
@AdditionalPrinterColumn(name = "Type", jsonPath = ".spec.type")
@AdditionalPrinterColumn(name = "Dataset group", jsonPath = ".spec.datasetGroupRef.name")
@AdditionalPrinterColumn(name = "Age", jsonPath = ".metadata.creationTimestamp", type = Type.DATE)
@AdditionalPrinterColumn(name = "ARN", jsonPath = ".status.arn", priority = 1)
@AdditionalPrinterColumn(name = "Message", jsonPath = PersonalizeResource.MESSAGE, priority = 1)
public class Dataset extends PersonalizeResource<DatasetSpec, DatasetStatus> {
  private static final long serialVersionUID = 1L;
}
