package io.personalizeoperator.decision;

import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.api.CommonStatus;
import io.personalizeoperator.api.LifecycleStatus;
import io.personalizeoperator.api.datasetgroup.DatasetGroup;
import io.personalizeoperator.api.filter.Filter;
import io.personalizeoperator.api.filter.FilterStatus;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.personalize.model.CreateFilterRequest;
import software.amazon.awssdk.services.personalize.model.DeleteFilterRequest;
import software.amazon.awssdk.services.personalize.model.PersonalizeRequest;
import software.amazon.awssdk.services.personalize.model.Tag;

/** A kind without a policy of its own, which tests of the shared life cycle set as they need. */
final class PlainKind implements KindDecider<Filter, String> {
  boolean holdsData;
  boolean taggable = true;
  boolean needsDetails;
  boolean repairable;
  boolean deletable = true;
  boolean identityKnown = true;
  boolean asApplied = true;
  List<String> immutable = List.of();
  Drift drift = Drift.NONE;
  Verdict waitsFor;
  Instant nextChange;
  Step beforeDelete;
  Step whenActive = Step.rest(Verdict.settled(Reason.Active, "The filter is ACTIVE."));

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
    return identityKnown ? Optional.of("filter/" + resource.awsName()) : Optional.empty();
  }

  @Override
  public PersonalizeRequest create(Observed<Filter, String> observed, List<Tag> tags) {
    return CreateFilterRequest.builder().name(observed.resource().awsName()).tags(tags).build();
  }

  @Override
  public Optional<PersonalizeRequest> delete(String arn) {
    return deletable
        ? Optional.of(DeleteFilterRequest.builder().filterArn(arn).build())
        : Optional.empty();
  }

  @Override
  public CommonStatus status(
      Observed<Filter, String> observed,
      LifecycleStatus common,
      Optional<RemoteResource<String>> live) {
    return new FilterStatus(common, null);
  }

  @Override
  public boolean isAsApplied(Observed<Filter, String> observed) {
    return asApplied;
  }

  @Override
  public boolean holdsData() {
    return holdsData;
  }

  @Override
  public boolean isTaggable() {
    return taggable;
  }

  @Override
  public boolean needsDetails() {
    return needsDetails;
  }

  @Override
  public boolean isRepairableWhenFailed() {
    return repairable;
  }

  @Override
  public Optional<Verdict> waitsFor(Observed<Filter, String> observed) {
    return Optional.ofNullable(waitsFor);
  }

  @Override
  public Optional<Instant> nextChange(Observed<Filter, String> observed) {
    return Optional.ofNullable(nextChange);
  }

  @Override
  public List<String> immutableDifferences(Observed<Filter, String> observed, String details) {
    return immutable;
  }

  @Override
  public Drift drift(Observed<Filter, String> observed, RemoteResource<String> live) {
    return drift;
  }

  @Override
  public Step whenActive(Observed<Filter, String> observed, RemoteResource<String> live) {
    return whenActive;
  }

  @Override
  public Optional<Step> beforeDelete(
      Observed<Filter, String> observed, RemoteResource<String> live) {
    return Optional.ofNullable(beforeDelete);
  }
}
