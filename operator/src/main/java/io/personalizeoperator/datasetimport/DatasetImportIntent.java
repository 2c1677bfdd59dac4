package io.personalizeoperator.datasetimport;

import io.personalizeoperator.account.RemoteKind.Described;
import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.account.Summary;
import io.personalizeoperator.account.Transition;
import io.personalizeoperator.api.LifecycleStatus;
import io.personalizeoperator.api.dataset.Dataset;
import io.personalizeoperator.api.datasetimport.DatasetImport;
import io.personalizeoperator.api.datasetimport.DatasetImportStatus;
import io.personalizeoperator.api.datasetimport.ImportMode;
import io.personalizeoperator.api.datasetimport.ImportRun;
import io.personalizeoperator.aws.Arn;
import io.personalizeoperator.decision.Action;
import io.personalizeoperator.decision.Concern;
import io.personalizeoperator.decision.Finding;
import io.personalizeoperator.decision.Intent;
import io.personalizeoperator.decision.Observed;
import io.personalizeoperator.decision.Parent;
import io.personalizeoperator.decision.Report;
import io.personalizeoperator.decision.Revision;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.personalize.model.CreateDatasetImportJobRequest;
import software.amazon.awssdk.services.personalize.model.PersonalizeRequest;
import software.amazon.awssdk.services.personalize.model.Tag;

/**
 * What an import wants in one pass.
 *
 * @param observed what the pass observed
 * @param search which job is its own
 * @param siblings the other imports into the dataset
 */
record DatasetImportIntent(
    Observed<DatasetImport, ImportMode> observed, JobSearch search, SiblingImports siblings)
    implements Intent<ImportMode> {
  private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

  @Override
  public PersonalizeRequest create(Revision<ImportMode> revision, List<Tag> tags) {
    var spec = observed.resource().getSpec();
    return CreateDatasetImportJobRequest.builder()
        .jobName(search.wanted().toString())
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
    return search.recorded().map(DatasetImportIntent::unlisted).or(siblings::waitsFor);
  }

  private static Verdict unlisted(ImportRun run) {
    return "ACTIVE".equals(run.status())
        ? imported(run.name())
        : Verdict.progressing(
            Reason.ConfirmingAbsence,
            "Job %s is not in AWS's lists. Set spec.run to a new value to import again."
                .formatted(run.name()),
            false);
  }

  /**
   * An earlier job of the same content counts unless another one has replaced its data since, which
   * only a list of the dataset's jobs shows: whoever started them.
   */
  @Override
  public Optional<Finding> beforeCreate(Revision<ImportMode> revision) {
    return search
        .earlier(revision.snapshot())
        .flatMap(
            job ->
                search
                    .listed(observed.outcomes())
                    .map(all -> runningAfter(job, all))
                    .orElseGet(() -> Optional.of(list())));
  }

  private Finding list() {
    return Finding.act(
        Concern.EXISTENCE,
        Verdict.progressing(
            Reason.Importing, "Looking for later imports: the data was imported before.", false),
        new Action.ListOf(search.datasetArn()));
  }

  private Optional<Finding> runningAfter(RemoteResource<ImportMode> job, List<Described<?>> all) {
    return JobSearch.after(job, all).stream()
        .filter(later -> Transition.isUnderWay(later.status()))
        .map(Summary::arn)
        .findFirst()
        .map(
            later ->
                Finding.restUntil(
                    Concern.EXISTENCE,
                    Verdict.progressing(
                        Reason.WaitingForDatasetImport,
                        "Import job %s of the same dataset is running; this import waits for its end."
                            .formatted(Arn.idOf(later)),
                        false),
                    observed.now().plus(LOOK_EVERY)));
  }

  /** An increment may have been refused for want of the data, or of a column, that is there now. */
  @Override
  public Optional<Instant> surroundingsChanged() {
    Parent dataset = observed.parent(Dataset.class);
    return Stream.concat(
            siblings.lastFull().stream(),
            dataset.resource().map(one -> one.lifecycle().awsLastUpdated()).stream())
        .max(Comparator.naturalOrder());
  }

  @Override
  public List<Finding> upkeep(Revision<ImportMode> revision) {
    return List.of(Finding.rest(Concern.POLICY, imported(Arn.idOf(revision.present().arn()))));
  }

  private static Verdict imported(String job) {
    return Verdict.settled(Reason.Imported, "Job " + job + " has imported the data.");
  }

  @Override
  public DatasetImportStatus status(Report report) {
    LifecycleStatus common = report.common();
    Optional<DatasetImportStatus> before = Optional.ofNullable(observed.resource().getStatus());
    Optional<ImportRun> latest =
        observed
            .live()
            .map(DatasetImportIntent::run)
            .or(search::recorded)
            .map(run -> run.withContent(search.content().hash()));
    return new DatasetImportStatus(
        common,
        observed.parent(Dataset.class).arn().orElse(null),
        latest.or(search::latest).orElse(null),
        latest
            .filter(run -> run.status().equals("ACTIVE"))
            .or(() -> before.map(DatasetImportStatus::lastSuccess))
            .orElse(null));
  }

  private static ImportRun run(RemoteResource<ImportMode> live) {
    String name = Arn.idOf(live.arn());
    return new ImportRun(
        name,
        JobName.parse(name).map(JobName::generation).orElse(0L),
        live.status(),
        live.isInTransition() ? null : live.summary().lastUpdated().truncatedTo(ChronoUnit.SECONDS),
        live.failureReason().orElse(null),
        null);
  }
}
