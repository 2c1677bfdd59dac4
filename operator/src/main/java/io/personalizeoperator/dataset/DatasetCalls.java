package io.personalizeoperator.dataset;

import io.personalizeoperator.aws.Summary;
import io.personalizeoperator.aws.Transition;
import io.personalizeoperator.lifecycle.KindCalls;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.personalize.model.CreateDatasetRequest;
import software.amazon.awssdk.services.personalize.model.Dataset;
import software.amazon.awssdk.services.personalize.model.DeleteDatasetRequest;
import software.amazon.awssdk.services.personalize.model.PersonalizeRequest;
import software.amazon.awssdk.services.personalize.model.UpdateDatasetRequest;

/** ListDatasets, DescribeDataset, CreateDataset, UpdateDataset, DeleteDataset. */
final class DatasetCalls implements KindCalls<Dataset> {
  @Override
  public String type() {
    return "dataset";
  }

  @Override
  public Page<Dataset> list(PersonalizeClient client, String nextToken) {
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
  public Described<Dataset> describe(PersonalizeClient client, String arn) {
    Dataset d = client.describeDataset(r -> r.datasetArn(arn)).dataset();
    return new Described<>(
        new Summary(
            d.datasetArn(), d.status(), d.creationDateTime(), d.lastUpdatedDateTime(), null),
        d);
  }

  @Override
  public boolean isBeingUpdated(Dataset details) {
    return details.latestDatasetUpdate() != null
        && Transition.isUnderWay(details.latestDatasetUpdate().status());
  }

  @Override
  public String send(PersonalizeClient client, PersonalizeRequest request) {
    return switch (request) {
      case CreateDatasetRequest create -> client.createDataset(create).datasetArn();
      case UpdateDatasetRequest update -> client.updateDataset(update).datasetArn();
      case DeleteDatasetRequest delete -> {
        client.deleteDataset(delete);
        yield null;
      }
      default -> throw KindCalls.unknown(request);
    };
  }

  @Override
  public Dataset afterwards(PersonalizeRequest request, String arn, Dataset before) {
    return switch (request) {
      case CreateDatasetRequest create ->
          Dataset.builder()
              .name(create.name())
              .datasetArn(arn)
              .datasetGroupArn(create.datasetGroupArn())
              .datasetType(create.datasetType())
              .schemaArn(create.schemaArn())
              .build();
      case UpdateDatasetRequest update ->
          before.toBuilder()
              .latestDatasetUpdate(
                  u -> u.schemaArn(update.schemaArn()).status("CREATE PENDING"))
              .build();
      default -> before;
    };
  }
}
