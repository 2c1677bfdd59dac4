package io.personalizeoperator.datasetgroup;

import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.api.Domain;
import io.personalizeoperator.api.LifecycleStatus;
import io.personalizeoperator.api.datasetgroup.DatasetGroup;
import io.personalizeoperator.api.datasetgroup.DatasetGroupSpec;
import io.personalizeoperator.api.datasetgroup.DatasetGroupStatus;
import io.personalizeoperator.decision.Intent;
import io.personalizeoperator.decision.KindDecider;
import io.personalizeoperator.decision.Observed;
import io.personalizeoperator.decision.Report;
import io.personalizeoperator.decision.Revision;
import io.personalizeoperator.decision.Trait;
import io.personalizeoperator.decision.Traits;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.personalize.model.CreateDatasetGroupRequest;
import software.amazon.awssdk.services.personalize.model.DeleteDatasetGroupRequest;
import software.amazon.awssdk.services.personalize.model.PersonalizeRequest;
import software.amazon.awssdk.services.personalize.model.Tag;

/** What a dataset group wants. */
final class DatasetGroupDecider implements KindDecider<DatasetGroup, DatasetGroupDetails> {
  private static final Traits TRAITS =
      Traits.of("dataset group", Trait.HOLDS_DATA, Trait.NEEDS_DETAILS);

  @Override
  public Traits traits() {
    return TRAITS;
  }

  @Override
  public PersonalizeRequest delete(String arn) {
    return DeleteDatasetGroupRequest.builder().datasetGroupArn(arn).build();
  }

  @Override
  public Intent<DatasetGroupDetails> intent(Observed<DatasetGroup, DatasetGroupDetails> observed) {
    return new Wanted(observed, observed.resource().getSpec());
  }

  private record Wanted(Observed<DatasetGroup, DatasetGroupDetails> observed, DatasetGroupSpec spec)
      implements Intent<DatasetGroupDetails> {

    private @Nullable String domain() {
      return spec.domain() == null ? null : spec.domain().name();
    }

    @Override
    public PersonalizeRequest create(Revision<DatasetGroupDetails> revision, List<Tag> tags) {
      return CreateDatasetGroupRequest.builder()
          .name(observed.resource().awsName())
          .domain(domain())
          .roleArn(spec.roleArn())
          .kmsKeyArn(spec.kmsKeyArn())
          .tags(tags)
          .build();
    }

    @Override
    public List<String> immutableDifferences(
        Revision<DatasetGroupDetails> revision, DatasetGroupDetails details) {
      List<String> differences = new ArrayList<>();
      if (!Objects.equals(domain(), details.domain())) {
        differences.add("domain " + details.domain());
      }
      if (!Objects.equals(spec.kmsKeyArn(), details.kmsKeyArn())) {
        differences.add("kmsKeyArn " + details.kmsKeyArn());
      }
      if (!Objects.equals(spec.roleArn(), details.roleArn())) {
        differences.add("roleArn " + details.roleArn());
      }
      return differences;
    }

    @Override
    public DatasetGroupStatus status(Report report) {
      LifecycleStatus common = report.common();
      var before = observed.resource().getStatus();
      return new DatasetGroupStatus(
          common,
          observed
              .live()
              .filter(group -> group.arn().equals(common.arn()))
              .map(RemoteResource::details)
              .map(details -> details.domain() == null ? null : Domain.valueOf(details.domain()))
              .orElse(before == null ? null : before.domain()));
    }
  }
}
