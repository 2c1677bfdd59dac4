package io.personalizeoperator.filter;

import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.api.datasetgroup.DatasetGroup;
import io.personalizeoperator.api.filter.Filter;
import io.personalizeoperator.decision.Intent;
import io.personalizeoperator.decision.KindDecider;
import io.personalizeoperator.decision.Observed;
import io.personalizeoperator.decision.Outcome;
import io.personalizeoperator.decision.Parent;
import io.personalizeoperator.decision.ParentReference;
import io.personalizeoperator.decision.Revision;
import io.personalizeoperator.decision.RevisionPlan;
import io.personalizeoperator.decision.Trait;
import io.personalizeoperator.decision.Traits;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.personalize.model.DeleteFilterRequest;
import software.amazon.awssdk.services.personalize.model.PersonalizeRequest;

/**
 * What a filter wants. AWS cannot change one, so another expression, be it of another manifest or
 * of another day, takes another filter, and the custom resource has one revision for each.
 */
final class FilterDecider implements KindDecider<Filter, String> {
  private static final Traits TRAITS = Traits.of("filter", Trait.NEEDS_DETAILS, Trait.SETTLES);

  private final FilterTexts texts = new FilterTexts();

  @Override
  public Traits traits() {
    return TRAITS;
  }

  @Override
  public List<ParentReference> references(Filter resource) {
    var spec = resource.getSpec();
    return List.of(
        ParentReference.of(DatasetGroup.class, spec.datasetGroupRef(), spec.datasetGroupArn()));
  }

  @Override
  public List<RevisionPlan> revisions(
      Filter resource, List<Parent> parents, Instant now, List<Outcome> outcomes) {
    FilterState state = FilterState.of(resource, outcomes);
    boolean isNamed = state.serving().isPresent() || state.next().isPresent();
    Optional<String> name =
        isNamed
            ? Optional.empty()
            : wanted(resource, state, Optional.empty(), now).text().map(FilterText::name);
    return FilterRevisions.of(state, name);
  }

  @Override
  public PersonalizeRequest delete(String arn) {
    return DeleteFilterRequest.builder().filterArn(arn).build();
  }

  @Override
  public Intent<String> intent(Observed<Filter, String> observed) {
    FilterState state =
        FilterState.of(observed.resource(), observed.outcomes()).without(retired(observed));
    Optional<String> servingText =
        state
            .serving()
            .flatMap(
                serving ->
                    observed
                        .live()
                        .map(RemoteResource::details)
                        .or(() -> Optional.ofNullable(serving.expression())));
    WantedFilter wanted = wanted(observed.resource(), state, servingText, observed.now());
    return new FilterIntent(observed, state, wanted, servingText);
  }

  private static Set<String> retired(Observed<Filter, String> observed) {
    return observed.revisions().stream()
        .filter(observed::isRetired)
        .map(Revision::name)
        .collect(Collectors.toSet());
  }

  private WantedFilter wanted(
      Filter filter, FilterState state, Optional<String> servingText, Instant now) {
    return WantedFilter.at(now, filter, state, servingText, texts);
  }
}
