package io.personalizeoperator.api.datasetimport;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn.Type;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;
import io.personalizeoperator.api.PersonalizeResource;

/** Imports data from Amazon S3 into a dataset, once for each change of the spec. */
@Group(PersonalizeResource.GROUP)
@Version(PersonalizeResource.VERSION)
@Categories(PersonalizeResource.CATEGORY)
@ShortNames("pimport")
@JsonClassDescription(
    "Imports data from Amazon S3 into a dataset, once for each change of the spec.")
@AdditionalPrinterColumn(name = "Ready", jsonPath = PersonalizeResource.READY)
@AdditionalPrinterColumn(name = "Status", jsonPath = PersonalizeResource.REASON)
@AdditionalPrinterColumn(name = "Dataset", jsonPath = ".spec.datasetRef.name")
@AdditionalPrinterColumn(name = "Mode", jsonPath = ".spec.importMode")
@AdditionalPrinterColumn(name = "Completed", jsonPath = ".status.lastSuccess.completed")
@AdditionalPrinterColumn(name = "Age", jsonPath = ".metadata.creationTimestamp", type = Type.DATE)
@AdditionalPrinterColumn(name = "ARN", jsonPath = ".status.arn", priority = 1)
@AdditionalPrinterColumn(name = "Message", jsonPath = PersonalizeResource.MESSAGE, priority = 1)
public class DatasetImport extends PersonalizeResource<DatasetImportSpec, DatasetImportStatus> {
  private static final long serialVersionUID = 1L;
}
