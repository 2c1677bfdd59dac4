package io.personalizeoperator.schema;

import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.api.CommonStatus;
import io.personalizeoperator.api.LifecycleStatus;
import io.personalizeoperator.api.schema.Schema;
import io.personalizeoperator.api.schema.SchemaStatus;
import io.personalizeoperator.decision.KindDecider;
import io.personalizeoperator.decision.Observed;
import io.personalizeoperator.decision.Parent;
import io.personalizeoperator.decision.ParentReference;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.personalize.model.CreateSchemaRequest;
import software.amazon.awssdk.services.personalize.model.DeleteSchemaRequest;
import software.amazon.awssdk.services.personalize.model.PersonalizeRequest;
import software.amazon.awssdk.services.personalize.model.Tag;

/**
 * What a schema wants. AWS lets schemas carry no tags: one of the same name and content is used as
 * it is, and one that the operator did not make is never deleted.
 */
final class SchemaDecider implements KindDecider<Schema, SchemaDetails> {
  @Override
  public String noun() {
    return "schema";
  }

  @Override
  public List<ParentReference> references(Schema resource) {
    return List.of();
  }

  @Override
  public Optional<String> group(Schema resource, List<Parent> parents) {
    return Optional.of("schema/" + resource.awsName());
  }

  @Override
  public boolean isTaggable() {
    return false;
  }

  @Override
  public Optional<Verdict> waitsFor(Observed<Schema, SchemaDetails> observed) {
    return AvroSchema.of(observed.resource().getSpec())
        .problem()
        .map(problem -> Verdict.stalled(Reason.InvalidSpec, problem, false));
  }

  @Override
  public PersonalizeRequest create(Observed<Schema, SchemaDetails> observed, List<Tag> tags) {
    var spec = observed.resource().getSpec();
    return CreateSchemaRequest.builder()
        .name(observed.resource().awsName())
        .schema(AvroSchema.of(spec).text())
        .domain(spec.domain() == null ? null : spec.domain().name())
        .build();
  }

  @Override
  public Optional<PersonalizeRequest> delete(String arn) {
    return Optional.of(DeleteSchemaRequest.builder().schemaArn(arn).build());
  }

  @Override
  public List<String> immutableDifferences(
      Observed<Schema, SchemaDetails> observed, SchemaDetails details) {
    var spec = observed.resource().getSpec();
    List<String> differences = new ArrayList<>();
    if (!AvroSchema.of(spec).hasSameContentAs(details.avro())) {
      differences.add("the content");
    }
    String domain = spec.domain() == null ? null : spec.domain().name();
    if (!Objects.equals(domain, details.domain())) {
      differences.add("domain " + details.domain());
    }
    return differences;
  }

  @Override
  public CommonStatus status(
      Observed<Schema, SchemaDetails> observed,
      LifecycleStatus common,
      Optional<RemoteResource<SchemaDetails>> live) {
    return new SchemaStatus(common, AvroSchema.of(observed.resource().getSpec()).hash());
  }
}
