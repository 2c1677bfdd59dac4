package io.personalizeoperator.decision;

import io.personalizeoperator.api.AdoptionPolicy;
import io.personalizeoperator.api.Condition;
import io.personalizeoperator.api.ConditionStatus;
import io.personalizeoperator.api.DeletionPolicy;
import io.personalizeoperator.api.LifecycleStatus;
import io.personalizeoperator.api.LifecycleStatus.Published;
import io.personalizeoperator.api.Ownership;
import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.api.Publish;
import io.personalizeoperator.api.Reference;
import io.personalizeoperator.api.datasetgroup.DatasetGroup;
import io.personalizeoperator.api.filter.Filter;
import io.personalizeoperator.api.filter.FilterSpec;
import io.personalizeoperator.api.filter.FilterStatus;
import io.personalizeoperator.testing.Decided;
import io.personalizeoperator.testing.Observation;
import io.personalizeoperator.testing.Remote;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The Filter "recent" of dataset group "movies" that the tests of the life cycle tell about. */
final class Recent {
  static final String ARN = Observation.arn("filter/recent");
  static final OwnerTags OWNER = new OwnerTags(Observation.CLUSTER, "default", "recent");
  static final Map<String, String> OURS = OWNER.with(Map.of());
  static final Map<String, String> ANOTHERS =
      new OwnerTags("cluster-2", "shop", "recent").with(Map.of());

  Map<String, String> tags;
  DeletionPolicy deletionPolicy = DeletionPolicy.Delete;
  AdoptionPolicy adoptionPolicy;
  Boolean suspend;
  Publish publish;
  long generation = 1;
  String recreate;
  String deletionTimestamp;

  // The status before the pass.
  Long observedGeneration;
  String arn;
  Instant awsCreated;
  String awsStatus;
  Instant awsLastUpdated;
  Ownership ownership;
  String recreated;
  Published published;
  List<String> tagKeys;
  Long appliedGeneration;
  List<Condition> conditions = List.of();

  /** Nothing was reported yet. */
  static Recent fresh() {
    return new Recent();
  }

  /** All was well at the last pass. */
  static Recent settled() {
    Recent recent = new Recent();
    recent.observedGeneration = 1L;
    recent.appliedGeneration = 1L;
    recent.arn = ARN;
    recent.awsStatus = "ACTIVE";
    recent.awsLastUpdated = Observation.STARTED;
    recent.ownership = Ownership.Created;
    recent.conditions = conditions(ConditionStatus.True, "Active");
    return recent;
  }

  Recent beingDeleted() {
    deletionTimestamp = Observation.NOW.toString();
    return this;
  }

  static List<Condition> conditions(ConditionStatus ready, String reason) {
    Instant then = Observation.STARTED;
    return List.of(
        new Condition("Ready", ready, reason, "As before.", then, 1L),
        new Condition("Reconciling", ConditionStatus.False, reason, "As before.", then, 1L),
        new Condition("Stalled", ConditionStatus.False, reason, "As before.", then, 1L));
  }

  static List<Condition> stalled(String reason) {
    Instant then = Observation.STARTED;
    return List.of(
        new Condition("Ready", ConditionStatus.False, reason, "As before.", then, 1L),
        new Condition("Reconciling", ConditionStatus.False, reason, "As before.", then, 1L),
        new Condition("Stalled", ConditionStatus.True, reason, "As before.", then, 1L));
  }

  Filter resource() {
    Filter filter = new Filter();
    filter.getMetadata().setName("recent");
    filter.getMetadata().setNamespace("default");
    filter.getMetadata().setUid("uid-of-recent");
    filter.getMetadata().setGeneration(generation);
    filter.getMetadata().setDeletionTimestamp(deletionTimestamp);
    if (recreate != null) {
      filter.getMetadata().setAnnotations(Map.of(PersonalizeResource.RECREATE, recreate));
    }
    filter.setSpec(
        new FilterSpec(
            null,
            tags,
            deletionPolicy,
            adoptionPolicy,
            suspend,
            publish,
            new Reference("movies"),
            null,
            "EXCLUDE ItemID WHERE Items.OLD IN (\"1\")",
            null,
            null));
    filter.setStatus(
        FilterStatus.of(
            new LifecycleStatus(
                observedGeneration,
                arn,
                awsCreated,
                awsStatus,
                awsLastUpdated,
                ownership,
                recreated,
                published,
                tagKeys,
                appliedGeneration,
                conditions)));
    return filter;
  }

  /** Its parent in this state in AWS; null for a parent without an ARN. */
  static DatasetGroup parent(String awsStatus) {
    DatasetGroup group = new DatasetGroup();
    group.getMetadata().setName("movies");
    group.getMetadata().setNamespace("default");
    group.setStatus(
        new io.personalizeoperator.api.datasetgroup.DatasetGroupStatus(
            new LifecycleStatus(
                1L,
                awsStatus == null ? null : Observation.arn("dataset-group/movies"),
                null,
                awsStatus,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of()),
            null));
    return group;
  }

  /** An observation with its parent ACTIVE. */
  Observation<Filter, String> observation() {
    return observation(parent("ACTIVE"));
  }

  Observation<Filter, String> observation(DatasetGroup parent) {
    Filter filter = resource();
    return Observation.<Filter, String>of(filter)
        .parent(
            ParentReference.of(DatasetGroup.class, filter.getSpec().datasetGroupRef(), null),
            parent);
  }

  /** ACTIVE in AWS and tagged ours, just read. */
  static Remote<String> remote() {
    return Remote.<String>active(ARN).tagged(OURS);
  }

  static Decided decide(PlainKind kind, Observation<Filter, String> observation) {
    return new Decided(new LifecycleDecider<>(kind).decide(observation.observed(kind)));
  }
}
