package io.personalizeoperator.filter;

import io.personalizeoperator.api.CommonStatus;
import io.personalizeoperator.api.CurrentFilter;
import io.personalizeoperator.api.DatasetGroup;
import io.personalizeoperator.api.Filter;
import io.personalizeoperator.api.FilterStatus;
import io.personalizeoperator.api.LifecycleStatus;
import io.personalizeoperator.aws.Live;
import io.personalizeoperator.lifecycle.KindDecider;
import io.personalizeoperator.lifecycle.Observed;
import io.personalizeoperator.lifecycle.Parent;
import io.personalizeoperator.lifecycle.ParentReference;
import java.util.List;
import java.util.Optional;
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
      Observed<Filter, String> observed, LifecycleStatus common, Optional<Live<String>> live) {
    var before = observed.resource().getStatus();
    Optional<CurrentFilter> current =
        live.filter(l -> l.isActive() && l.arn().equals(common.arn()))
            .map(
                l ->
                    new CurrentFilter(
                        observed.resource().awsName(),
                        l.arn(),
                        observed.resource().getSpec().expression(),
                        l.summary().created()));
    boolean known = observed.sighting().known();
    return new FilterStatus(
        common, current.orElse(known || before == null ? null : before.current()));
  }
}
