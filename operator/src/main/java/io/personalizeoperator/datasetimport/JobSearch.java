package io.personalizeoperator.datasetimport;

import io.personalizeoperator.account.RemoteKind.Described;
import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.account.Snapshot;
import io.personalizeoperator.account.Summary;
import io.personalizeoperator.account.Transition;
import io.personalizeoperator.api.dataset.Dataset;
import io.personalizeoperator.api.dataset.DatasetStatus;
import io.personalizeoperator.api.datasetimport.DatasetImport;
import io.personalizeoperator.api.datasetimport.DatasetImportStatus;
import io.personalizeoperator.api.datasetimport.ImportMode;
import io.personalizeoperator.api.datasetimport.ImportRun;
import io.personalizeoperator.aws.Arn;
import io.personalizeoperator.decision.Outcome;
import io.personalizeoperator.decision.Parent;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which import job is that of the manifest as it is. AWS keeps jobs for ever, so one of the same
 * content need not be what the dataset holds.
 *
 * @param resource the import
 * @param datasetArn ARN of the dataset; empty while it has none
 * @param datasetCreated when AWS made the dataset, where that is known: jobs before that went into
 *     another one of the same ARN
 * @param content what is imported
 * @param wanted name of the job if it has to be started
 */
record JobSearch(
    DatasetImport resource,
    String datasetArn,
    Optional<Instant> datasetCreated,
    ImportContent content,
    JobName wanted) {

  static JobSearch of(DatasetImport resource, Parent dataset) {
    String arn = dataset.arn().orElse("");
    Optional<Instant> created =
        dataset
            .resource()
            .map(Dataset.class::cast)
            .map(Dataset::getStatus)
            .map(DatasetStatus::created);
    String createdText = created.map(Instant::toString).orElse("");
    ImportContent content =
        ImportContent.of(resource.awsName(), resource.getSpec(), arn, createdText);
    Long generation = resource.getMetadata().getGeneration();
    JobName wanted =
        JobName.of(
            resource.awsName(),
            generation == null ? 0 : generation,
            content.hash(),
            Objects.requireNonNullElse(resource.getMetadata().getUid(), ""),
            createdText);
    return new JobSearch(resource, arn, created, content, wanted);
  }

  /** The newest job that the status has. */
  Optional<ImportRun> latest() {
    return Optional.ofNullable(resource.getStatus()).map(DatasetImportStatus::latest);
  }

  /** The job that the status has, if it is of this content and went into this dataset. */
  Optional<ImportRun> recorded() {
    return latest()
        .filter(this::isOfContent)
        .filter(run -> run.completed() == null || isIntoThisDataset(run.completed()));
  }

  private boolean isOfContent(ImportRun run) {
    return run.content() == null
        ? JobName.parse(run.name()).filter(content::isOf).isPresent()
        : run.content().equals(content.hash());
  }

  /** A dataset that was created again, with the same ARN, is empty. */
  private boolean isIntoThisDataset(Instant at) {
    return datasetCreated.filter(at::isBefore).isEmpty();
  }

  /**
   * The job of the manifest: the recorded one, else the one that was started for just this spec
   * before its status was written, else an earlier one whose data the dataset holds.
   *
   * @param outcomes of this pass: without a list of the dataset's jobs an earlier one is unproven
   */
  Optional<RemoteResource<ImportMode>> find(Snapshot<ImportMode> snapshot, List<Outcome> outcomes) {
    Optional<ImportRun> recorded = recorded();
    if (recorded.isPresent()) {
      return named(snapshot, recorded.get().name());
    }
    return named(snapshot, wanted.toString())
        .or(
            () ->
                earlier(snapshot)
                    .filter(
                        job ->
                            listed(outcomes).filter(all -> after(job, all).isEmpty()).isPresent()));
  }

  private static Optional<RemoteResource<ImportMode>> named(
      Snapshot<ImportMode> snapshot, String name) {
    return snapshot.live().stream().filter(job -> Arn.idOf(job.arn()).equals(name)).findFirst();
  }

  /**
   * The newest job of the same content that was not started for this spec, as far as is known: for
   * a resource that was deleted and applied again, or one whose status was lost.
   */
  Optional<RemoteResource<ImportMode>> earlier(Snapshot<ImportMode> snapshot) {
    Optional<Instant> other = latest().flatMap(run -> startOf(run, snapshot));
    return snapshot.live().stream()
        .filter(job -> JobName.parse(Arn.idOf(job.arn())).filter(content::isOf).isPresent())
        .filter(job -> !job.hasFailed() && isIntoThisDataset(job.summary().created()))
        .filter(job -> other.filter(start -> !job.summary().created().isAfter(start)).isEmpty())
        .max(Comparator.comparing(job -> job.summary().created()));
  }

  /** When a job of other content was started or, if AWS does not list it, had ended. */
  private static Optional<Instant> startOf(ImportRun run, Snapshot<ImportMode> snapshot) {
    return named(snapshot, run.name())
        .map(job -> job.summary().created())
        .or(() -> Optional.of(Objects.requireNonNullElse(run.completed(), Instant.MAX)));
  }

  /** The jobs of the dataset, whoever started them, if this pass has listed them. */
  Optional<List<Described<?>>> listed(List<Outcome> outcomes) {
    return outcomes.stream()
        .filter(Outcome.Listed.class::isInstance)
        .map(Outcome.Listed.class::cast)
        .filter(list -> list.action().arn().equals(datasetArn))
        .map(Outcome.Listed::items)
        .reduce((first, second) -> second);
  }

  /**
   * The jobs that have replaced what another one brought, or are about to: FULL replaces the data
   * of all imports before it, INCREMENTAL adds to it (developer guide, "Updating data in bulk").
   */
  static List<Summary> after(RemoteResource<ImportMode> job, List<Described<?>> all) {
    return all.stream()
        .filter(one -> one.details() != ImportMode.INCREMENTAL)
        .map(Described::summary)
        .filter(
            one -> !one.arn().equals(job.arn()) && one.created().isAfter(job.summary().created()))
        .filter(one -> one.status().equals("ACTIVE") || Transition.isUnderWay(one.status()))
        .toList();
  }
}
