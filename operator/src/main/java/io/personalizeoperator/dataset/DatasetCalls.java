package io.personalizeoperator.dataset;

import io.personalizeoperator.account.LatestUpdate;
import io.personalizeoperator.account.Summary;
import io.personalizeoperator.reconcile.KindCalls;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.personalize.model.CreateDatasetRequest;
import software.amazon.awssdk.services.personalize.model.Dataset;
import software.amazon.awssdk.services.personalize.model.PersonalizeRequest;
import software.amazon.awssdk.services.personalize.model.UpdateDatasetRequest;

/** ListDatasets, DescribeDataset, CreateDataset, UpdateDataset, DeleteDataset. */
final class DatasetCalls implements KindCalls<DatasetDetails> {
  @Override
  public String type() {
    return "dataset";
  }

  @Override
  public Page<DatasetDetails> list(PersonalizeClient client, @Nullable String nextToken) {
    var answer = client.listDatasets(r -> r.nextToken(nextToken).maxResults(100));
    return Page.of(
        answer.datasets().stream()
            .map(
                d ->
                    new Summary(
                        d.datasetArn(),
                        d.status(),
                        d.creationDateTime(),
                        d.lastUpdatedDateTime(),
                        null))
            .toList(),
        answer.nextToken());
  }

  @Override
  public Described<DatasetDetails> describe(PersonalizeClient client, String arn) {
    Dataset d = client.describeDataset(r -> r.datasetArn(arn)).dataset();
    Summary summary =
        new Summary(
            d.datasetArn(), d.status(), d.creationDateTime(), d.lastUpdatedDateTime(), null);
    return new Described<>(summary, details(d, summary));
  }

  private static DatasetDetails details(Dataset dataset, Summary summary) {
    var update = dataset.latestDatasetUpdate();
    return update == null
        ? new DatasetDetails(dataset.schemaArn(), null, null)
        : new DatasetDetails(
            dataset.schemaArn(),
            update.schemaArn(),
            LatestUpdate.described(
                summary,
                update.status(),
                update.failureReason(),
                update.creationDateTime(),
                update.lastUpdatedDateTime()));
  }

  @Override
  public boolean isBeingUpdated(DatasetDetails details) {
    return details.update() != null && details.update().isUnderWay();
  }

  @Override
  public @Nullable DatasetDetails detailsAfter(
      PersonalizeRequest request, String arn, @Nullable DatasetDetails before) {
    return switch (request) {
      case CreateDatasetRequest create -> new DatasetDetails(create.schemaArn(), null, null);
      case UpdateDatasetRequest update ->
          new DatasetDetails(
              Objects.requireNonNull(before).schemaArn(), update.schemaArn(), LatestUpdate.sent());
      default -> before;
    };
  }
}
