package io.personalizeoperator.filter;

import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.api.CommonStatus;
import io.personalizeoperator.api.datasetgroup.DatasetGroup;
import io.personalizeoperator.api.filter.Filter;
import io.personalizeoperator.api.filter.FilterStatus;
import io.personalizeoperator.api.filter.NextFilter;
import io.personalizeoperator.decision.Finding;
import io.personalizeoperator.decision.Intent;
import io.personalizeoperator.decision.Observed;
import io.personalizeoperator.decision.OwnerTags.Owner;
import io.personalizeoperator.decision.Report;
import io.personalizeoperator.decision.Revision;
import io.personalizeoperator.decision.Role;
import io.personalizeoperator.status.Notice;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.personalize.model.CreateFilterRequest;
import software.amazon.awssdk.services.personalize.model.PersonalizeRequest;
import software.amazon.awssdk.services.personalize.model.Tag;

/**
 * What a filter wants in one pass.
 *
 * @param observed what the pass observed
 * @param state the filters that carry it out
 * @param wanted what it shall say now
 * @param servingText what the serving filter says, if that is known
 */
record FilterIntent(
    Observed<Filter, String> observed,
    FilterState state,
    WantedFilter wanted,
    Optional<String> servingText)
    implements Intent<String> {

  @Override
  public Optional<Verdict> waitsFor() {
    return wanted
        .problem()
        .map(problem -> Verdict.stalled(Reason.InvalidSpec, problem, false))
        .or(
            () ->
                wanted
                    .text()
                    .flatMap(
                        text ->
                            ExpressionDatasets.missing(text.expression(), observed.neighbours())));
  }

  @Override
  public Optional<Instant> surroundingsChanged() {
    return wanted
        .text()
        .flatMap(text -> ExpressionDatasets.changed(text.expression(), observed.neighbours()));
  }

  @Override
  public Optional<Finding> beforeCreate(Revision<String> revision) {
    return replacement().beforeCreate(revision);
  }

  @Override
  public PersonalizeRequest create(Revision<String> revision, List<Tag> tags) {
    return CreateFilterRequest.builder()
        .name(revision.name())
        .datasetGroupArn(observed.parentArn(DatasetGroup.class))
        .filterExpression(expressionOf(revision))
        .tags(tags)
        .build();
  }

  /** What a revision says, or is to say; one that has vanished is made as it is wanted now. */
  private String expressionOf(Revision<String> revision) {
    return state
        .next()
        .filter(next -> next.name().equals(revision.name()))
        .map(NextFilter::expression)
        .or(() -> wanted.text().map(FilterText::expression))
        .orElse("");
  }

  /** What is ours and says another thing is replaced; what is not has to say the same. */
  @Override
  public List<String> immutableDifferences(Revision<String> revision, String live) {
    return revision.role() == Role.RETIRING
            || isOurs(revision)
            || wanted.text().isEmpty()
            || live.equals(expressionOf(revision))
        ? List.of()
        : List.of("expression " + live);
  }

  private boolean isOurs(Revision<String> revision) {
    RemoteResource<String> live = revision.present();
    return live.tags() == null
        ? revision.recorded().isOf(live)
        : observed.owner().ownerOf(live.tags()) == Owner.OURS || revision.recorded().isOf(live);
  }

  @Override
  public List<Finding> upkeep(Revision<String> revision) {
    return replacement().upkeep(revision);
  }

  @Override
  public List<Finding> succession() {
    return new Succession(this).look();
  }

  @Override
  public Optional<Finding> afterFailure(Revision<String> failed) {
    return replacement().afterFailure(failed);
  }

  private Replacement replacement() {
    return new Replacement(this);
  }

  @Override
  public boolean isForManifest(Revision<String> next) {
    return wanted.isChanged();
  }

  @Override
  public Optional<Instant> staysUntil(Revision<String> retiring) {
    return Optional.of(new Retirement(this).until(retiring.name()));
  }

  @Override
  public Optional<Instant> nextChange() {
    return wanted.schedule().nextChange(observed.now());
  }

  @Override
  public FilterStatus status(Report report) {
    return new FilterReport(this, report).status();
  }

  @Override
  public List<Notice> news(CommonStatus next) {
    return FilterNews.of(Optional.ofNullable(observed.resource().getStatus()), (FilterStatus) next);
  }

  /** Whether the filter that the conditions speak of can be used. */
  boolean isServing() {
    return observed.live().filter(RemoteResource::isActive).isPresent()
        && observed.before().arn() != null;
  }
}
