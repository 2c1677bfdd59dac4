package io.personalizeoperator.datasetimport;

import io.personalizeoperator.account.Summary;
import io.personalizeoperator.api.datasetimport.ImportMode;
import io.personalizeoperator.reconcile.KindCalls;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.personalize.model.CreateDatasetImportJobRequest;
import software.amazon.awssdk.services.personalize.model.ListDatasetImportJobsResponse;
import software.amazon.awssdk.services.personalize.model.PersonalizeRequest;

/** ListDatasetImportJobs, DescribeDatasetImportJob, CreateDatasetImportJob. */
final class DatasetImportCalls implements KindCalls<ImportMode> {
  @Override
  public String type() {
    return "dataset-import-job";
  }

  /** All jobs of one custom resource belong together. */
  @Override
  public String groupOf(String resource) {
    return JobName.baseOf(resource);
  }

  @Override
  public Page<ImportMode> list(PersonalizeClient client, @Nullable String nextToken) {
    return page(client.listDatasetImportJobs(r -> r.nextToken(nextToken).maxResults(100)));
  }

  @Override
  public Page<ImportMode> listOf(
      PersonalizeClient client, String datasetArn, @Nullable String nextToken) {
    return page(
        client.listDatasetImportJobs(
            r -> r.datasetArn(datasetArn).nextToken(nextToken).maxResults(100)));
  }

  private static Page<ImportMode> page(ListDatasetImportJobsResponse answer) {
    return new Page<>(
        answer.datasetImportJobs().stream()
            .map(
                j ->
                    new Described<>(
                        new Summary(
                            j.datasetImportJobArn(),
                            j.status(),
                            j.creationDateTime(),
                            j.lastUpdatedDateTime(),
                            j.failureReason()),
                        mode(j.importModeAsString())))
            .toList(),
        answer.nextToken());
  }

  @Override
  public Described<ImportMode> describe(PersonalizeClient client, String arn) {
    var j = client.describeDatasetImportJob(r -> r.datasetImportJobArn(arn)).datasetImportJob();
    return new Described<>(
        new Summary(
            j.datasetImportJobArn(),
            j.status(),
            j.creationDateTime(),
            j.lastUpdatedDateTime(),
            j.failureReason()),
        mode(j.importModeAsString()));
  }

  @Override
  public @Nullable ImportMode detailsAfter(
      PersonalizeRequest request, String arn, @Nullable ImportMode before) {
    return request instanceof CreateDatasetImportJobRequest create
        ? mode(create.importModeAsString())
        : before;
  }

  /** Null where AWS leaves it out, and for a mode that AWS may add. */
  private static @Nullable ImportMode mode(@Nullable String aws) {
    return Stream.of(ImportMode.values())
        .filter(mode -> mode.name().equals(aws))
        .findFirst()
        .orElse(null);
  }
}
