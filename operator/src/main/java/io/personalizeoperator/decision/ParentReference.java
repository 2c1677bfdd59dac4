package io.personalizeoperator.decision;

import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.api.Reference;
import io.personalizeoperator.api.dataset.Dataset;
import io.personalizeoperator.api.datasetgroup.DatasetGroup;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a resource depends on: a custom resource in its namespace, or an ARN that is managed
 * elsewhere. Admission sees to it that exactly one is given.
 *
 * @param kind kind of the custom resource
 * @param name its metadata.name, if a reference is given
 * @param arn the ARN, if one is given
 */
public record ParentReference(
    Class<? extends PersonalizeResource<?, ?>> kind, Optional<String> name, Optional<String> arn) {

  /** From the two fields of a spec. */
  public static ParentReference of(
      Class<? extends PersonalizeResource<?, ?>> kind,
      @Nullable Reference ref,
      @Nullable String arn) {
    return new ParentReference(
        kind, Optional.ofNullable(ref).map(Reference::name), Optional.ofNullable(arn));
  }

  /** The dataset group that a dataset belongs to. */
  public static ParentReference groupOf(Dataset dataset) {
    var spec = dataset.getSpec();
    return of(DatasetGroup.class, spec.datasetGroupRef(), spec.datasetGroupArn());
  }
}
