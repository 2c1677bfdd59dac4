package io.personalizeoperator.datasetgroup;

import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.api.CommonStatus;
import io.personalizeoperator.api.Domain;
import io.personalizeoperator.api.LifecycleStatus;
import io.personalizeoperator.api.datasetgroup.DatasetGroup;
import io.personalizeoperator.api.datasetgroup.DatasetGroupStatus;
import io.personalizeoperator.decision.KindDecider;
import io.personalizeoperator.decision.Observed;
import io.personalizeoperator.decision.Parent;
import io.personalizeoperator.decision.ParentReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.personalize.model.CreateDatasetGroupRequest;
import software.amazon.awssdk.services.personalize.model.DeleteDatasetGroupRequest;
import software.amazon.awssdk.services.personalize.model.PersonalizeRequest;
import software.amazon.awssdk.services.personalize.model.Tag;

/** What a dataset group wants. */
final class DatasetGroupDecider implements KindDecider<DatasetGroup, DatasetGroupDetails> {
  @Override
  public String noun() {
    return "dataset group";
  }

  @Override
  public List<ParentReference> references(DatasetGroup resource) {
    return List.of();
  }

  @Override
  public Optional<String> group(DatasetGroup resource, List<Parent> parents) {
    return Optional.of("dataset-group/" + resource.awsName());
  }

  @Override
  public boolean holdsData() {
    return true;
  }

  @Override
  public boolean needsDetails() {
    return true;
  }

  @Override
  public List<String> immutableDifferences(
      Observed<DatasetGroup, DatasetGroupDetails> observed, DatasetGroupDetails details) {
    var spec = observed.resource().getSpec();
    String domain = spec.domain() == null ? null : spec.domain().name();
    List<String> differences = new ArrayList<>();
    if (!Objects.equals(domain, details.domain())) {
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
  public PersonalizeRequest create(
      Observed<DatasetGroup, DatasetGroupDetails> observed, List<Tag> tags) {
    var spec = observed.resource().getSpec();
    return CreateDatasetGroupRequest.builder()
        .name(observed.resource().awsName())
        .domain(spec.domain() == null ? null : spec.domain().name())
        .roleArn(spec.roleArn())
        .kmsKeyArn(spec.kmsKeyArn())
        .tags(tags)
        .build();
  }

  @Override
  public Optional<PersonalizeRequest> delete(String arn) {
    return Optional.of(DeleteDatasetGroupRequest.builder().datasetGroupArn(arn).build());
  }

  @Override
  public CommonStatus status(
      Observed<DatasetGroup, DatasetGroupDetails> observed,
      LifecycleStatus common,
      Optional<RemoteResource<DatasetGroupDetails>> live) {
    var before = observed.resource().getStatus();
    return new DatasetGroupStatus(
        common,
        live.filter(group -> group.arn().equals(common.arn()))
            .map(RemoteResource::details)
            .map(details -> details.domain() == null ? null : Domain.valueOf(details.domain()))
            .orElse(before == null ? null : before.domain()));
  }
}
