package io.personalizeoperator.filter;

import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.api.LifecycleStatus;
import io.personalizeoperator.api.dataset.Dataset;
import io.personalizeoperator.api.datasetgroup.DatasetGroup;
import io.personalizeoperator.api.filter.CurrentFilter;
import io.personalizeoperator.api.filter.Filter;
import io.personalizeoperator.api.filter.FilterStatus;
import io.personalizeoperator.decision.Intent;
import io.personalizeoperator.decision.KindDecider;
import io.personalizeoperator.decision.Observed;
import io.personalizeoperator.decision.ParentReference;
import io.personalizeoperator.decision.PendingChange;
import io.personalizeoperator.decision.Report;
import io.personalizeoperator.decision.Revision;
import io.personalizeoperator.decision.Trait;
import io.personalizeoperator.decision.Traits;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Verdict;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.personalize.model.CreateFilterRequest;
import software.amazon.awssdk.services.personalize.model.DeleteFilterRequest;
import software.amazon.awssdk.services.personalize.model.PersonalizeRequest;
import software.amazon.awssdk.services.personalize.model.Tag;

/** What a filter wants. AWS cannot change one; its lists have all but the expression. */
final class FilterDecider implements KindDecider<Filter, String> {
  private static final Traits TRAITS = Traits.of("filter", Trait.NEEDS_DETAILS, Trait.SETTLES);

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
  public PersonalizeRequest delete(String arn) {
    return DeleteFilterRequest.builder().filterArn(arn).build();
  }

  @Override
  public Intent<String> intent(Observed<Filter, String> observed) {
    return new Wanted(observed, observed.resource().getSpec().expression());
  }

  private static Optional<String> whatIsMissing(Dataset dataset) {
    return "ACTIVE".equals(dataset.lifecycle().awsStatus())
        ? PendingChange.of(dataset)
            .filter(change -> !change.isRefused())
            .map(PendingChange::message)
        : Optional.of(
            "The expression uses %s, but Dataset %s is not ACTIVE yet."
                .formatted(dataset.getSpec().type(), dataset.getMetadata().getName()));
  }

  private record Wanted(Observed<Filter, String> observed, String expression)
      implements Intent<String> {

    /**
     * AWS checks an expression against the schemas: the datasets that it names have to be there,
     * with the schema of their manifests. It is AWS that says whether the old schema is enough
     * where a change of one does not go on.
     */
    @Override
    public Optional<Verdict> waitsFor() {
      return datasets()
          .flatMap(dataset -> FilterDecider.whatIsMissing(dataset).stream())
          .findFirst()
          .map(missing -> Verdict.progressing(Reason.WaitingForDataset, missing, false));
    }

    /** With another schema an expression may be right that was refused before. */
    @Override
    public Optional<Instant> surroundingsChanged() {
      return datasets()
          .map(dataset -> dataset.lifecycle().awsLastUpdated())
          .filter(Objects::nonNull)
          .max(Comparator.naturalOrder());
    }

    private Stream<Dataset> datasets() {
      Set<String> named = ExpressionDatasets.in(expression);
      return observed.neighbours().stream()
          .filter(Dataset.class::isInstance)
          .map(Dataset.class::cast)
          .filter(
              dataset -> named.contains(dataset.getSpec().type().name().toUpperCase(Locale.ROOT)));
    }

    @Override
    public PersonalizeRequest create(Revision<String> revision, List<Tag> tags) {
      return CreateFilterRequest.builder()
          .name(observed.resource().awsName())
          .datasetGroupArn(observed.parentArn(DatasetGroup.class))
          .filterExpression(expression)
          .tags(tags)
          .build();
    }

    @Override
    public List<String> immutableDifferences(Revision<String> revision, String live) {
      return live.equals(expression) ? List.of() : List.of("expression " + live);
    }

    @Override
    public FilterStatus status(Report report) {
      LifecycleStatus common = report.common();
      var before = observed.resource().getStatus();
      Optional<CurrentFilter> current =
          observed
              .live()
              .filter(l -> l.isActive() && l.arn().equals(common.arn()))
              .map(
                  l ->
                      new CurrentFilter(
                          observed.resource().awsName(),
                          l.arn(),
                          expressionOf(l),
                          l.summary().created()));
      boolean synced = observed.snapshot().synced();
      return new FilterStatus(
          common, current.orElse(synced || before == null ? null : before.current()));
    }

    /** As AWS has it; while that is not read again, as it was found to be. */
    private String expressionOf(RemoteResource<String> live) {
      return Optional.ofNullable(live.details())
          .or(
              () ->
                  Optional.ofNullable(observed.resource().getStatus())
                      .map(FilterStatus::current)
                      .filter(reported -> reported.arn().equals(live.arn()))
                      .map(CurrentFilter::expression))
          .orElse(expression);
    }
  }
}
