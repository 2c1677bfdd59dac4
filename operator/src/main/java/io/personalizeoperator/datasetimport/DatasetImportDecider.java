package io.personalizeoperator.datasetimport;

import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.account.Snapshot;
import io.personalizeoperator.api.dataset.Dataset;
import io.personalizeoperator.api.datasetimport.DatasetImport;
import io.personalizeoperator.api.datasetimport.ImportMode;
import io.personalizeoperator.decision.Intent;
import io.personalizeoperator.decision.KindDecider;
import io.personalizeoperator.decision.Observed;
import io.personalizeoperator.decision.Outcome;
import io.personalizeoperator.decision.Parent;
import io.personalizeoperator.decision.ParentReference;
import io.personalizeoperator.decision.RevisionPlan;
import io.personalizeoperator.decision.RevisionRecord;
import io.personalizeoperator.decision.Role;
import io.personalizeoperator.decision.Traits;
import io.personalizeoperator.status.Reason;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.personalize.model.PersonalizeRequest;

/** Imports: one job for each change of what is imported. See {@link DatasetImportIntent}. */
final class DatasetImportDecider implements KindDecider<DatasetImport, ImportMode> {
  /** The failed job stays: AWS cannot delete it. */
  private static final Traits TRAITS =
      Traits.ofJob("import", Reason.Importing, Reason.ImportFailed, "set spec.run to a new value");

  @Override
  public Traits traits() {
    return TRAITS;
  }

  @Override
  public List<ParentReference> references(DatasetImport resource) {
    var spec = resource.getSpec();
    return List.of(ParentReference.of(Dataset.class, spec.datasetRef(), spec.datasetArn()));
  }

  @Override
  public List<RevisionPlan> revisions(DatasetImport resource, List<Parent> parents) {
    String wanted = JobSearch.of(resource, parents.getFirst()).wanted().toString();
    return List.of(
        new RevisionPlan(
            wanted,
            Role.RUN,
            Optional.of(JobName.groupOf(resource.awsName())),
            Optional.of("dataset-import-job/" + wanted),
            RevisionRecord.of(resource.lifecycle())));
  }

  @Override
  public Optional<RemoteResource<ImportMode>> find(
      DatasetImport resource,
      List<Parent> parents,
      RevisionPlan plan,
      Snapshot<ImportMode> snapshot,
      List<Outcome> outcomes) {
    return JobSearch.of(resource, parents.getFirst()).find(snapshot, outcomes);
  }

  @Override
  public PersonalizeRequest delete(String arn) {
    throw new UnsupportedOperationException("AWS has no call that deletes an import job: " + arn);
  }

  @Override
  public Intent<ImportMode> intent(Observed<DatasetImport, ImportMode> observed) {
    return new DatasetImportIntent(
        observed,
        JobSearch.of(observed.resource(), observed.parent(Dataset.class)),
        SiblingImports.of(observed));
  }
}
