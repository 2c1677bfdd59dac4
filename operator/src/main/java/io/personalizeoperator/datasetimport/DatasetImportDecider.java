package io.personalizeoperator.datasetimport;

import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.account.Snapshot;
import io.personalizeoperator.api.LifecycleStatus;
import io.personalizeoperator.api.dataset.Dataset;
import io.personalizeoperator.api.dataset.DatasetStatus;
import io.personalizeoperator.api.datasetimport.DatasetImport;
import io.personalizeoperator.api.datasetimport.DatasetImportStatus;
import io.personalizeoperator.api.datasetimport.ImportMode;
import io.personalizeoperator.api.datasetimport.ImportRun;
import io.personalizeoperator.aws.Arn;
import io.personalizeoperator.decision.Concern;
import io.personalizeoperator.decision.Finding;
import io.personalizeoperator.decision.Intent;
import io.personalizeoperator.decision.KindDecider;
import io.personalizeoperator.decision.Observed;
import io.personalizeoperator.decision.Parent;
import io.personalizeoperator.decision.ParentReference;
import io.personalizeoperator.decision.Report;
import io.personalizeoperator.decision.Revision;
import io.personalizeoperator.decision.RevisionPlan;
import io.personalizeoperator.decision.RevisionRecord;
import io.personalizeoperator.decision.Role;
import io.personalizeoperator.decision.Traits;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Verdict;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.personalize.model.CreateDatasetImportJobRequest;
import software.amazon.awssdk.services.personalize.model.PersonalizeRequest;
import software.amazon.awssdk.services.personalize.model.Tag;

/** What an import wants: one job for each change of what is imported. */
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
    return List.of(
        new RevisionPlan(
            wanted(resource, parents).toString(),
            Role.RUN,
            Optional.of(JobName.groupOf(resource.awsName())),
            Optional.of("dataset-import-job/" + wanted(resource, parents)),
            RevisionRecord.of(resource.lifecycle())));
  }

  /**
   * The job of the manifest as it is: of the same content, and not older than the last one that was
   * reported for other content.
   */
  @Override
  public Optional<RemoteResource<ImportMode>> find(
      DatasetImport resource,
      List<Parent> parents,
      RevisionPlan plan,
      Snapshot<ImportMode> snapshot) {
    JobName wanted = wanted(resource, parents);
    long notBefore = firstGenerationOfContent(resource, wanted);
    return snapshot.live().stream()
        .filter(
            live ->
                JobName.parse(Arn.idOf(live.arn()))
                    .filter(n -> n.hash().equals(wanted.hash()) && n.generation() >= notBefore)
                    .isPresent())
        .max(Comparator.comparingLong(live -> generation(live)));
  }

  @Override
  public PersonalizeRequest delete(String arn) {
    throw new UnsupportedOperationException("AWS has no call that deletes an import job: " + arn);
  }

  @Override
  public Intent<ImportMode> intent(Observed<DatasetImport, ImportMode> observed) {
    return new Wanted(observed, wanted(observed.resource(), observed.parents()));
  }

  private static long firstGenerationOfContent(DatasetImport resource, JobName wanted) {
    return latest(resource)
        .flatMap(run -> JobName.parse(run.name()))
        .map(
            name ->
                name.hash().equals(wanted.hash())
                    ? name.generation()
                    : Math.min(name.generation() + 1, generation(resource)))
        .orElse(0L);
  }

  private static Optional<ImportRun> latest(DatasetImport resource) {
    return Optional.ofNullable(resource.getStatus()).map(DatasetImportStatus::latest);
  }

  private static long generation(DatasetImport resource) {
    Long generation = resource.getMetadata().getGeneration();
    return generation == null ? 0 : generation;
  }

  private static long generation(RemoteResource<ImportMode> live) {
    return JobName.parse(Arn.idOf(live.arn())).map(JobName::generation).orElse(0L);
  }

  /** The job that the manifest asks for: that of an earlier generation if only the rest changed. */
  private static JobName wanted(DatasetImport resource, List<Parent> parents) {
    JobName now =
        JobName.of(
            resource.awsName(),
            generation(resource),
            resource.getSpec(),
            dataset(parents.getFirst()));
    return latest(resource)
        .flatMap(run -> JobName.parse(run.name()))
        .filter(started -> started.hash().equals(now.hash()))
        .orElse(now);
  }

  /** A dataset that was created again, with the same ARN, is empty: it counts as another one. */
  private static String dataset(Parent parent) {
    String arn = parent.arn().orElse("");
    return parent
        .resource()
        .map(Dataset.class::cast)
        .map(Dataset::getStatus)
        .map(DatasetStatus::created)
        .map(created -> arn + " " + created)
        .orElse(arn);
  }

  private static Verdict imported(String job) {
    return Verdict.settled(Reason.Imported, "Job " + job + " has imported the data.");
  }

  private record Wanted(Observed<DatasetImport, ImportMode> observed, JobName job)
      implements Intent<ImportMode> {

    @Override
    public PersonalizeRequest create(Revision<ImportMode> revision, List<Tag> tags) {
      var spec = observed.resource().getSpec();
      return CreateDatasetImportJobRequest.builder()
          .jobName(job.toString())
          .datasetArn(observed.parentArn(Dataset.class))
          .dataSource(s -> s.dataLocation(spec.dataLocation()))
          .roleArn(spec.roleArn())
          .importMode(spec.importMode() == null ? null : spec.importMode().name())
          .publishAttributionMetricsToS3(spec.publishAttributionMetricsToS3())
          .tags(tags)
          .build();
    }

    /** A job that was started is never started again because a list does not show it. */
    @Override
    public Optional<Verdict> waitsFor() {
      return latest(observed.resource())
          .filter(run -> run.name().equals(job.toString()))
          .map(
              run ->
                  "ACTIVE".equals(run.status())
                      ? imported(run.name())
                      : Verdict.progressing(
                          Reason.ConfirmingAbsence,
                          "Job %s is not in AWS's lists. Set spec.run to a new value to import again."
                              .formatted(run.name()),
                          false));
    }

    @Override
    public List<Finding> upkeep(Revision<ImportMode> revision) {
      RemoteResource<ImportMode> live = revision.present();
      return List.of(Finding.rest(Concern.POLICY, imported(Arn.idOf(live.arn()))));
    }

    @Override
    public DatasetImportStatus status(Report report) {
      LifecycleStatus common = report.common();
      Optional<DatasetImportStatus> before = Optional.ofNullable(observed.resource().getStatus());
      Optional<ImportRun> latest = observed.live().map(DatasetImportDecider::run);
      return new DatasetImportStatus(
          common,
          observed.parent(Dataset.class).arn().orElse(null),
          latest.or(() -> before.map(DatasetImportStatus::latest)).orElse(null),
          latest
              .filter(run -> run.status().equals("ACTIVE"))
              .or(() -> before.map(DatasetImportStatus::lastSuccess))
              .orElse(null));
    }
  }

  private static ImportRun run(RemoteResource<ImportMode> live) {
    return new ImportRun(
        Arn.idOf(live.arn()),
        generation(live),
        live.status(),
        live.isInTransition() ? null : live.summary().lastUpdated().truncatedTo(ChronoUnit.SECONDS),
        live.failureReason().orElse(null));
  }
}
