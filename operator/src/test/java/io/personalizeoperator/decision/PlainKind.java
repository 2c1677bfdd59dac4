package io.personalizeoperator.decision;

import io.personalizeoperator.api.datasetgroup.DatasetGroup;
import io.personalizeoperator.api.filter.Filter;
import io.personalizeoperator.api.filter.FilterStatus;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Verdict;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.personalize.model.CreateFilterRequest;
import software.amazon.awssdk.services.personalize.model.DeleteFilterRequest;
import software.amazon.awssdk.services.personalize.model.PersonalizeRequest;
import software.amazon.awssdk.services.personalize.model.Tag;

/** A kind without a policy of its own, which tests of the shared life cycle set as they need. */
final class PlainKind implements KindDecider<Filter, String> {
  final Set<Trait> traits = EnumSet.noneOf(Trait.class);
  boolean identityKnown = true;
  boolean asApplied = true;
  List<String> immutable = List.of();
  Drift drift = Drift.NONE;
  Verdict waitsFor;
  Instant nextChange;
  Finding beforeDelete;
  Finding whenActive =
      Finding.rest(Concern.POLICY, Verdict.settled(Reason.Active, "The filter is ACTIVE."));

  @Override
  public Traits traits() {
    return Traits.of("filter", traits.toArray(Trait[]::new));
  }

  @Override
  public List<ParentReference> references(Filter resource) {
    var spec = resource.getSpec();
    return List.of(
        ParentReference.of(DatasetGroup.class, spec.datasetGroupRef(), spec.datasetGroupArn()));
  }

  @Override
  public List<RevisionPlan> revisions(Filter resource, List<Parent> parents) {
    return identityKnown
        ? KindDecider.super.revisions(resource, parents)
        : KindDecider.single(Optional.empty(), resource);
  }

  @Override
  public PersonalizeRequest delete(String arn) {
    return DeleteFilterRequest.builder().filterArn(arn).build();
  }

  @Override
  public Intent<String> intent(Observed<Filter, String> observed) {
    return new Intent<>() {
      @Override
      public PersonalizeRequest create(Revision<String> revision, List<Tag> tags) {
        return CreateFilterRequest.builder().name(observed.resource().awsName()).tags(tags).build();
      }

      @Override
      public FilterStatus status(Report report) {
        return FilterStatus.of(report.common());
      }

      @Override
      public boolean isAsApplied() {
        return asApplied;
      }

      @Override
      public Optional<Verdict> waitsFor() {
        return Optional.ofNullable(waitsFor);
      }

      @Override
      public Optional<Instant> nextChange() {
        return Optional.ofNullable(nextChange);
      }

      @Override
      public List<String> immutableDifferences(Revision<String> revision, String details) {
        return immutable;
      }

      @Override
      public Drift drift(Revision<String> revision) {
        return drift;
      }

      @Override
      public List<Finding> upkeep(Revision<String> revision) {
        return List.of(whenActive);
      }

      @Override
      public Optional<Finding> beforeDelete(Revision<String> revision) {
        return Optional.ofNullable(beforeDelete);
      }
    };
  }
}
