package io.personalizeoperator.datasetimport;

import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.api.CommonStatus;
import io.personalizeoperator.api.LifecycleStatus;
import io.personalizeoperator.api.dataset.Dataset;
import io.personalizeoperator.api.dataset.DatasetStatus;
import io.personalizeoperator.api.datasetimport.DatasetImport;
import io.personalizeoperator.api.datasetimport.DatasetImportStatus;
import io.personalizeoperator.api.datasetimport.ImportMode;
import io.personalizeoperator.api.datasetimport.ImportRun;
import io.personalizeoperator.aws.Arn;
import io.personalizeoperator.decision.KindDecider;
import io.personalizeoperator.decision.Observed;
import io.personalizeoperator.decision.Parent;
import io.personalizeoperator.decision.ParentReference;
import io.personalizeoperator.decision.Step;
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
  @Override
  public String noun() {
    return "import";
  }

  @Override
  public List<ParentReference> references(DatasetImport resource) {
    var spec = resource.getSpec();
    return List.of(ParentReference.of(Dataset.class, spec.datasetRef(), spec.datasetArn()));
  }

  @Override
  public Optional<String> group(DatasetImport resource, List<Parent> parents) {
    return Optional.of(JobName.groupOf(resource.awsName()));
  }

  @Override
  public PersonalizeRequest create(Observed<DatasetImport, ImportMode> observed, List<Tag> tags) {
    var spec = observed.resource().getSpec();
    return CreateDatasetImportJobRequest.builder()
        .jobName(wanted(observed).toString())
        .datasetArn(observed.parentArn(Dataset.class))
        .dataSource(s -> s.dataLocation(spec.dataLocation()))
        .roleArn(spec.roleArn())
        .importMode(spec.importMode() == null ? null : spec.importMode().name())
        .publishAttributionMetricsToS3(spec.publishAttributionMetricsToS3())
        .tags(tags)
        .build();
  }

  @Override
  public Optional<PersonalizeRequest> delete(String arn) {
    return Optional.empty();
  }

  /**
   * The job of the manifest as it is: of the same content, and not older than the last one that was
   * reported for other content.
   */
  @Override
  public Optional<RemoteResource<ImportMode>> current(
      Observed<DatasetImport, ImportMode> observed) {
    JobName wanted = wanted(observed);
    long notBefore = firstGenerationOfContent(observed, wanted);
    return observed.snapshot().live().stream()
        .filter(
            live ->
                JobName.parse(Arn.idOf(live.arn()))
                    .filter(n -> n.hash().equals(wanted.hash()) && n.generation() >= notBefore)
                    .isPresent())
        .max(Comparator.comparingLong(live -> generation(live)));
  }

  private static long firstGenerationOfContent(
      Observed<DatasetImport, ImportMode> observed, JobName wanted) {
    return latest(observed)
        .flatMap(run -> JobName.parse(run.name()))
        .map(
            name ->
                name.hash().equals(wanted.hash())
                    ? name.generation()
                    : Math.min(name.generation() + 1, observed.generation()))
        .orElse(0L);
  }

  private static Optional<ImportRun> latest(Observed<DatasetImport, ImportMode> observed) {
    return Optional.ofNullable(observed.resource().getStatus()).map(DatasetImportStatus::latest);
  }

  private static long generation(RemoteResource<ImportMode> live) {
    return JobName.parse(Arn.idOf(live.arn())).map(JobName::generation).orElse(0L);
  }

  /** The job that the manifest asks for: that of an earlier generation if only the rest changed. */
  private static JobName wanted(Observed<DatasetImport, ImportMode> observed) {
    JobName now =
        JobName.of(
            observed.resource().awsName(),
            observed.generation(),
            observed.resource().getSpec(),
            dataset(observed));
    return latest(observed)
        .flatMap(run -> JobName.parse(run.name()))
        .filter(started -> started.hash().equals(now.hash()))
        .orElse(now);
  }

  /** A dataset that was made again, with the same ARN, is empty: it counts as another one. */
  private static String dataset(Observed<DatasetImport, ImportMode> observed) {
    String arn = observed.arnOf(Dataset.class).orElse("");
    return observed
        .parent(Dataset.class)
        .resource()
        .map(Dataset.class::cast)
        .map(Dataset::getStatus)
        .map(DatasetStatus::created)
        .map(created -> arn + " " + created)
        .orElse(arn);
  }

  /** A job that was started is never started again because a list does not show it. */
  @Override
  public Optional<Verdict> waitsFor(Observed<DatasetImport, ImportMode> observed) {
    String wanted = wanted(observed).toString();
    return latest(observed)
        .filter(run -> run.name().equals(wanted))
        .map(
            run ->
                "ACTIVE".equals(run.status())
                    ? imported(run.name())
                    : Verdict.progressing(
                        Reason.ConfirmingAbsence,
                        "Job %s is not in AWS's answers. Set spec.run to a new value to import again."
                            .formatted(run.name()),
                        false));
  }

  private static Verdict imported(String job) {
    return Verdict.settled(Reason.Imported, "Job " + job + " has imported the data.");
  }

  @Override
  public Optional<String> expectedResource(Observed<DatasetImport, ImportMode> observed) {
    return Optional.of("dataset-import-job/" + wanted(observed));
  }

  /** Jobs cannot vanish: AWS has no call that deletes one. */
  @Override
  public Optional<String> knownArn(Observed<DatasetImport, ImportMode> observed) {
    return Optional.empty();
  }

  @Override
  public Reason creatingReason() {
    return Reason.Importing;
  }

  @Override
  public Reason failedReason() {
    return Reason.ImportFailed;
  }

  /** The failed job stays: AWS cannot delete it. */
  @Override
  public Optional<String> howToTryAgain() {
    return Optional.of("give spec.run a new value");
  }

  @Override
  public Step whenActive(
      Observed<DatasetImport, ImportMode> observed, RemoteResource<ImportMode> live) {
    return Step.rest(imported(Arn.idOf(live.arn())));
  }

  @Override
  public CommonStatus status(
      Observed<DatasetImport, ImportMode> observed,
      LifecycleStatus common,
      Optional<RemoteResource<ImportMode>> live) {
    Optional<DatasetImportStatus> before = Optional.ofNullable(observed.resource().getStatus());
    Optional<ImportRun> latest = live.map(DatasetImportDecider::run);
    return new DatasetImportStatus(
        common,
        observed.parent(Dataset.class).arn().orElse(null),
        latest.or(() -> before.map(DatasetImportStatus::latest)).orElse(null),
        latest
            .filter(run -> run.status().equals("ACTIVE"))
            .or(() -> before.map(DatasetImportStatus::lastSuccess))
            .orElse(null));
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
