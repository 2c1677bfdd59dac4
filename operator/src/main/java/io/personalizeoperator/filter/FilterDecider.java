package io.personalizeoperator.filter;

import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.api.CommonStatus;
import io.personalizeoperator.api.LifecycleStatus;
import io.personalizeoperator.api.dataset.Dataset;
import io.personalizeoperator.api.datasetgroup.DatasetGroup;
import io.personalizeoperator.api.filter.CurrentFilter;
import io.personalizeoperator.api.filter.Filter;
import io.personalizeoperator.api.filter.FilterStatus;
import io.personalizeoperator.decision.KindDecider;
import io.personalizeoperator.decision.Observed;
import io.personalizeoperator.decision.Parent;
import io.personalizeoperator.decision.ParentReference;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.personalize.model.CreateFilterRequest;
import software.amazon.awssdk.services.personalize.model.DeleteFilterRequest;
import software.amazon.awssdk.services.personalize.model.PersonalizeRequest;
import software.amazon.awssdk.services.personalize.model.Tag;

/** What a filter wants. AWS cannot change one; its lists tell all but the expression. */
final class FilterDecider implements KindDecider<Filter, String> {
  @Override
  public String noun() {
    return "filter";
  }

  @Override
  public List<ParentReference> references(Filter resource) {
    var spec = resource.getSpec();
    return List.of(
        ParentReference.of(DatasetGroup.class, spec.datasetGroupRef(), spec.datasetGroupArn()));
  }

  @Override
  public Optional<String> group(Filter resource, List<Parent> parents) {
    return Optional.of("filter/" + resource.awsName());
  }

  @Override
  public boolean needsDetails() {
    return true;
  }

  /** AWS checks an expression against the schemas: the datasets it names have to be there. */
  @Override
  public Optional<Verdict> waitsFor(Observed<Filter, String> observed) {
    if (current(observed).isPresent()) {
      return Optional.empty();
    }
    Set<String> named = ExpressionDatasets.in(observed.resource().getSpec().expression());
    List<ParentReference> group = references(observed.resource());
    return observed.neighbours().stream()
        .filter(Dataset.class::isInstance)
        .map(Dataset.class::cast)
        .filter(dataset -> group.contains(ParentReference.groupOf(dataset)))
        .filter(dataset -> named.contains(dataset.getSpec().type().name().toUpperCase(Locale.ROOT)))
        .filter(dataset -> !"ACTIVE".equals(dataset.lifecycle().awsStatus()))
        .findFirst()
        .map(
            dataset ->
                Verdict.progressing(
                    Reason.WaitingForDataset,
                    "The expression names %s, and Dataset %s is not ACTIVE yet."
                        .formatted(dataset.getSpec().type(), dataset.getMetadata().getName()),
                    false));
  }

  @Override
  public PersonalizeRequest create(Observed<Filter, String> observed, List<Tag> tags) {
    return CreateFilterRequest.builder()
        .name(observed.resource().awsName())
        .datasetGroupArn(observed.parentArn(DatasetGroup.class))
        .filterExpression(observed.resource().getSpec().expression())
        .tags(tags)
        .build();
  }

  @Override
  public Optional<PersonalizeRequest> delete(String arn) {
    return Optional.of(DeleteFilterRequest.builder().filterArn(arn).build());
  }

  @Override
  public List<String> immutableDifferences(Observed<Filter, String> observed, String expression) {
    return expression.equals(observed.resource().getSpec().expression())
        ? List.of()
        : List.of("expression " + expression);
  }

  @Override
  public CommonStatus status(
      Observed<Filter, String> observed,
      LifecycleStatus common,
      Optional<RemoteResource<String>> live) {
    var before = observed.resource().getStatus();
    Optional<CurrentFilter> current =
        live.filter(l -> l.isActive() && l.arn().equals(common.arn()))
            .map(
                l ->
                    new CurrentFilter(
                        observed.resource().awsName(),
                        l.arn(),
                        expression(observed, l),
                        l.summary().created()));
    boolean known = observed.snapshot().synced();
    return new FilterStatus(
        common, current.orElse(known || before == null ? null : before.current()));
  }

  /** As AWS has it; while that is not read again, as it was found to be. */
  private static String expression(Observed<Filter, String> observed, RemoteResource<String> live) {
    var before = observed.resource().getStatus();
    return Optional.ofNullable(live.details())
        .or(
            () ->
                Optional.ofNullable(before)
                    .map(FilterStatus::current)
                    .filter(reported -> reported.arn().equals(live.arn()))
                    .map(CurrentFilter::expression))
        .orElse(observed.resource().getSpec().expression());
  }
}
