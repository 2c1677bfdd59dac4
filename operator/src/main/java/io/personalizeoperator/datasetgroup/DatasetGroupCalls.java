package io.personalizeoperator.datasetgroup;

import io.personalizeoperator.account.Summary;
import io.personalizeoperator.reconcile.KindCalls;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.personalize.model.CreateDatasetGroupRequest;
import software.amazon.awssdk.services.personalize.model.DatasetGroup;
import software.amazon.awssdk.services.personalize.model.PersonalizeRequest;

/** ListDatasetGroups, DescribeDatasetGroup, CreateDatasetGroup, DeleteDatasetGroup. */
final class DatasetGroupCalls implements KindCalls<DatasetGroupDetails> {
  @Override
  public String type() {
    return "dataset-group";
  }

  @Override
  public Page<DatasetGroupDetails> list(PersonalizeClient client, @Nullable String nextToken) {
    var answer = client.listDatasetGroups(r -> r.nextToken(nextToken).maxResults(100));
    return Page.of(
        answer.datasetGroups().stream()
            .map(
                g ->
                    new Summary(
                        g.datasetGroupArn(),
                        g.status(),
                        g.creationDateTime(),
                        g.lastUpdatedDateTime(),
                        g.failureReason()))
            .toList(),
        answer.nextToken());
  }

  @Override
  public Described<DatasetGroupDetails> describe(PersonalizeClient client, String arn) {
    DatasetGroup g = client.describeDatasetGroup(r -> r.datasetGroupArn(arn)).datasetGroup();
    return new Described<>(
        new Summary(
            g.datasetGroupArn(),
            g.status(),
            g.creationDateTime(),
            g.lastUpdatedDateTime(),
            g.failureReason()),
        new DatasetGroupDetails(g.domainAsString(), g.roleArn(), g.kmsKeyArn()));
  }

  @Override
  public @Nullable DatasetGroupDetails detailsAfter(
      PersonalizeRequest request, String arn, @Nullable DatasetGroupDetails before) {
    return request instanceof CreateDatasetGroupRequest create
        ? new DatasetGroupDetails(create.domainAsString(), create.roleArn(), create.kmsKeyArn())
        : before;
  }
}
