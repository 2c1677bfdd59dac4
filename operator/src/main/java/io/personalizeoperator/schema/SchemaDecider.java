package io.personalizeoperator.schema;

import io.personalizeoperator.api.LifecycleStatus;
import io.personalizeoperator.api.schema.Schema;
import io.personalizeoperator.api.schema.SchemaSpec;
import io.personalizeoperator.api.schema.SchemaStatus;
import io.personalizeoperator.decision.Intent;
import io.personalizeoperator.decision.KindDecider;
import io.personalizeoperator.decision.Observed;
import io.personalizeoperator.decision.Report;
import io.personalizeoperator.decision.Revision;
import io.personalizeoperator.decision.Trait;
import io.personalizeoperator.decision.Traits;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.personalize.model.CreateSchemaRequest;
import software.amazon.awssdk.services.personalize.model.DeleteSchemaRequest;
import software.amazon.awssdk.services.personalize.model.PersonalizeRequest;
import software.amazon.awssdk.services.personalize.model.Tag;

/**
 * What a schema wants. AWS allows no tags on schemas: one of the same name and content is used as
 * it is, and one that the operator did not make is never deleted.
 */
final class SchemaDecider implements KindDecider<Schema, SchemaDetails> {
  private static final Traits TRAITS = Traits.of("schema", Trait.UNTAGGABLE);

  @Override
  public Traits traits() {
    return TRAITS;
  }

  @Override
  public PersonalizeRequest delete(String arn) {
    return DeleteSchemaRequest.builder().schemaArn(arn).build();
  }

  @Override
  public Intent<SchemaDetails> intent(Observed<Schema, SchemaDetails> observed) {
    Schema resource = observed.resource();
    return new Wanted(resource.awsName(), resource.getSpec(), AvroSchema.of(resource.getSpec()));
  }

  private record Wanted(String name, SchemaSpec spec, AvroSchema avro)
      implements Intent<SchemaDetails> {

    private @Nullable String domain() {
      return spec.domain() == null ? null : spec.domain().name();
    }

    @Override
    public Optional<Verdict> waitsFor() {
      return avro.problem().map(problem -> Verdict.stalled(Reason.InvalidSpec, problem, false));
    }

    @Override
    public PersonalizeRequest create(Revision<SchemaDetails> revision, List<Tag> tags) {
      return CreateSchemaRequest.builder().name(name).schema(avro.text()).domain(domain()).build();
    }

    @Override
    public List<String> immutableDifferences(
        Revision<SchemaDetails> revision, SchemaDetails details) {
      List<String> differences = new ArrayList<>(avro.differencesTo(details.avro()));
      if (!Objects.equals(domain(), details.domain())) {
        differences.add("domain " + details.domain());
      }
      return differences;
    }

    @Override
    public SchemaStatus status(Report report) {
      LifecycleStatus common = report.common();
      return new SchemaStatus(common, avro.hash());
    }
  }
}
