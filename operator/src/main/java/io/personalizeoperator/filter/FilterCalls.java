package io.personalizeoperator.filter;

import io.personalizeoperator.account.Summary;
import io.personalizeoperator.reconcile.KindCalls;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.personalize.model.CreateFilterRequest;
import software.amazon.awssdk.services.personalize.model.PersonalizeRequest;

/** ListFilters, DescribeFilter, CreateFilter, DeleteFilter. The details are the expression. */
final class FilterCalls implements KindCalls<String> {
  @Override
  public String type() {
    return "filter";
  }

  @Override
  public Page<String> list(PersonalizeClient client, @Nullable String nextToken) {
    var answer = client.listFilters(r -> r.nextToken(nextToken).maxResults(100));
    return Page.of(
        answer.filters().stream()
            .map(
                f ->
                    new Summary(
                        f.filterArn(),
                        f.status(),
                        f.creationDateTime(),
                        f.lastUpdatedDateTime(),
                        f.failureReason(),
                        f.datasetGroupArn()))
            .toList(),
        answer.nextToken());
  }

  @Override
  public Described<String> describe(PersonalizeClient client, String arn) {
    var f = client.describeFilter(r -> r.filterArn(arn)).filter();
    return new Described<>(
        new Summary(
            f.filterArn(),
            f.status(),
            f.creationDateTime(),
            f.lastUpdatedDateTime(),
            f.failureReason(),
            f.datasetGroupArn()),
        f.filterExpression());
  }

  @Override
  public @Nullable String detailsAfter(
      PersonalizeRequest request, String arn, @Nullable String before) {
    return request instanceof CreateFilterRequest create ? create.filterExpression() : before;
  }

  @Override
  public Optional<String> filledParent(PersonalizeRequest creation) {
    return creation instanceof CreateFilterRequest create
        ? Optional.of(create.datasetGroupArn())
        : Optional.empty();
  }
}
