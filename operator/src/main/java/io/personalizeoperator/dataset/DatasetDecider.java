package io.personalizeoperator.dataset;

import io.personalizeoperator.account.LatestUpdate;
import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.api.DatasetType;
import io.personalizeoperator.api.LifecycleStatus;
import io.personalizeoperator.api.UpdateStatus;
import io.personalizeoperator.api.dataset.Dataset;
import io.personalizeoperator.api.dataset.DatasetStatus;
import io.personalizeoperator.api.datasetgroup.DatasetGroup;
import io.personalizeoperator.api.schema.Schema;
import io.personalizeoperator.aws.Arn;
import io.personalizeoperator.decision.Drift;
import io.personalizeoperator.decision.Intent;
import io.personalizeoperator.decision.KindDecider;
import io.personalizeoperator.decision.Observed;
import io.personalizeoperator.decision.Parent;
import io.personalizeoperator.decision.ParentReference;
import io.personalizeoperator.decision.Report;
import io.personalizeoperator.decision.Revision;
import io.personalizeoperator.decision.RevisionPlan;
import io.personalizeoperator.decision.Trait;
import io.personalizeoperator.decision.Traits;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.personalize.model.CreateDatasetRequest;
import software.amazon.awssdk.services.personalize.model.DeleteDatasetRequest;
import software.amazon.awssdk.services.personalize.model.PersonalizeRequest;
import software.amazon.awssdk.services.personalize.model.Tag;
import software.amazon.awssdk.services.personalize.model.UpdateDatasetRequest;

/** What a dataset wants. AWS can replace its schema, if it has items or users. */
final class DatasetDecider implements KindDecider<Dataset, DatasetDetails> {
  private static final Traits TRAITS = Traits.of("dataset", Trait.HOLDS_DATA, Trait.NEEDS_DETAILS);

  /** Developer guide, "Replacing a dataset's schema". */
  private static final Set<DatasetType> WITH_REPLACEABLE_SCHEMA =
      EnumSet.of(DatasetType.Items, DatasetType.Users);

  @Override
  public Traits traits() {
    return TRAITS;
  }

  @Override
  public List<ParentReference> references(Dataset resource) {
    var spec = resource.getSpec();
    return List.of(
        ParentReference.groupOf(resource),
        ParentReference.of(Schema.class, spec.schemaRef(), spec.schemaArn()));
  }

  /** A dataset's ARN holds no name of its own: {@code dataset/<group>/INTERACTIONS}. */
  @Override
  public List<RevisionPlan> revisions(Dataset resource, List<Parent> parents) {
    if (resource.lifecycle().arn() != null) {
      return KindDecider.single(Optional.of(Arn.resourceOf(resource.lifecycle().arn())), resource);
    }
    String type = resource.getSpec().type().name().toUpperCase(Locale.ROOT);
    return KindDecider.single(
        parents.getFirst().awsName().map(group -> "dataset/" + group + "/" + type), resource);
  }

  @Override
  public PersonalizeRequest delete(String arn) {
    return DeleteDatasetRequest.builder().datasetArn(arn).build();
  }

  @Override
  public Intent<DatasetDetails> intent(Observed<Dataset, DatasetDetails> observed) {
    return new Wanted(observed);
  }

  private record Wanted(Observed<Dataset, DatasetDetails> observed)
      implements Intent<DatasetDetails> {

    @Override
    public PersonalizeRequest create(Revision<DatasetDetails> revision, List<Tag> tags) {
      return CreateDatasetRequest.builder()
          .name(observed.resource().awsName())
          .datasetGroupArn(observed.parentArn(DatasetGroup.class))
          .schemaArn(observed.parentArn(Schema.class))
          .datasetType(observed.resource().getSpec().type().name())
          .tags(tags)
          .build();
    }

    @Override
    public boolean isAsApplied() {
      var before = observed.resource().getStatus();
      return before != null
          && observed.arnOf(Schema.class).map(arn -> arn.equals(before.schemaArn())).orElse(true);
    }

    @Override
    public List<String> immutableDifferences(
        Revision<DatasetDetails> revision, DatasetDetails details) {
      DatasetType type = observed.resource().getSpec().type();
      return observed
          .arnOf(Schema.class)
          .filter(wanted -> !WITH_REPLACEABLE_SCHEMA.contains(type))
          .filter(wanted -> !wanted.equals(details.schemaArn()))
          .map(wanted -> "schema " + details.schemaArn())
          .stream()
          .toList();
    }

    @Override
    public Drift drift(Revision<DatasetDetails> revision) {
      RemoteResource<DatasetDetails> live = revision.present();
      DatasetDetails details = Objects.requireNonNull(live.details());
      LatestUpdate update = details.update();
      if (update != null && update.isUnderWay()) {
        return new Drift.UpdateUnderWay(
            "The schema is being replaced by " + details.requestedSchemaArn() + ".");
      }
      String wanted = observed.arnOf(Schema.class).orElse(details.schemaArn());
      if (wanted.equals(details.schemaArn())) {
        return Drift.NONE;
      }
      String what = "schema " + details.schemaArn() + " -> " + wanted;
      LatestUpdate askedFor = wanted.equals(details.requestedSchemaArn()) ? update : null;
      if (askedFor != null && !askedFor.hasFailed()) {
        return new Drift.NotKept(what, askedFor.lastUpdated());
      }
      Drift send =
          new Drift.Repairable(
              UpdateDatasetRequest.builder().datasetArn(live.arn()).schemaArn(wanted).build(),
              what);
      return askedFor != null
          ? Drift.afterFailure(askedFor, Drift.RETRY_AFTER, observed.now(), send)
          : send;
    }

    @Override
    public DatasetStatus status(Report report) {
      LifecycleStatus common = report.common();
      var before = observed.resource().getStatus();
      Optional<RemoteResource<DatasetDetails>> live = observed.live();
      // What the view says before AWS has shown it is the operator's own time.
      Instant created =
          live.filter(RemoteResource::isActive)
              .map(active -> active.summary().created().truncatedTo(ChronoUnit.SECONDS))
              .orElse(before == null ? null : before.created());
      String wanted = observed.arnOf(Schema.class).orElse(null);
      return live.map(RemoteResource::details)
          .map(d -> new DatasetStatus(common, created, d.schemaArn(), update(d.update()), wanted))
          .orElseGet(
              () ->
                  before == null
                      ? new DatasetStatus(common, created, null, null, wanted)
                      : new DatasetStatus(
                          common, created, before.schemaArn(), before.latestUpdate(), wanted));
    }

    private static @Nullable UpdateStatus update(@Nullable LatestUpdate update) {
      return update == null ? null : new UpdateStatus(update.status(), update.failureReason());
    }
  }
}
