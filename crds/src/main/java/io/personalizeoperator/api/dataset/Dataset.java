package io.personalizeoperator.api.dataset;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn.Type;
import io.fabric8.generator.annotation.ValidationRule;
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
@ValidationRule(
    value = Dataset.SCHEMA_IS_KEPT,
    message = Dataset.SCHEMA_IS_KEPT_MESSAGE,
    fieldPath = ".spec")
public class Dataset extends PersonalizeResource<DatasetSpec, DatasetStatus> {
  private static final long serialVersionUID = 1L;

  /**
   * CEL: UpdateDataset replaces schemas of Items and Users only (developer guide, "Replacing a
   * dataset's schema"). Until the dataset is in AWS its schema can be put right.
   */
  static final String SCHEMA_IS_KEPT =
      "self.spec.type in ['Items', 'Users'] || !has(oldSelf.status) || !has(oldSelf.status.arn) ||"
          + " (has(self.spec.schemaRef) == has(oldSelf.spec.schemaRef) &&"
          + " (!has(self.spec.schemaRef) || self.spec.schemaRef == oldSelf.spec.schemaRef) &&"
          + " has(self.spec.schemaArn) == has(oldSelf.spec.schemaArn) &&"
          + " (!has(self.spec.schemaArn) || self.spec.schemaArn == oldSelf.spec.schemaArn))";

  /** The same as {@link #SCHEMA_IS_KEPT} in words. */
  static final String SCHEMA_IS_KEPT_MESSAGE =
      "schemaRef and schemaArn cannot be changed, because Amazon Personalize replaces the schemas of"
          + " Items and Users only: create a DatasetGroup and in it a Dataset with the new schema,"
          + " then import the data there";
}
