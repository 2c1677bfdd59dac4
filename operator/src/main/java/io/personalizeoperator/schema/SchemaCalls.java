package io.personalizeoperator.schema;

import io.personalizeoperator.account.Summary;
import io.personalizeoperator.reconcile.KindCalls;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.personalize.model.CreateSchemaRequest;
import software.amazon.awssdk.services.personalize.model.DatasetSchema;
import software.amazon.awssdk.services.personalize.model.PersonalizeRequest;

/** ListSchemas, DescribeSchema, CreateSchema, DeleteSchema. */
final class SchemaCalls implements KindCalls<SchemaDetails> {
  @Override
  public String type() {
    return "schema";
  }

  /** Schemas have no status in AWS: they are there at once. */
  @Override
  public String statusWhenCreated() {
    return "ACTIVE";
  }

  @Override
  public Page<SchemaDetails> list(PersonalizeClient client, @Nullable String nextToken) {
    var answer = client.listSchemas(r -> r.nextToken(nextToken).maxResults(100));
    return Page.of(
        answer.schemas().stream()
            .map(
                s ->
                    new Summary(
                        s.schemaArn(),
                        "ACTIVE",
                        s.creationDateTime(),
                        s.lastUpdatedDateTime(),
                        null))
            .toList(),
        answer.nextToken());
  }

  @Override
  public Described<SchemaDetails> describe(PersonalizeClient client, String arn) {
    DatasetSchema s = client.describeSchema(r -> r.schemaArn(arn)).schema();
    return new Described<>(
        new Summary(s.schemaArn(), "ACTIVE", s.creationDateTime(), s.lastUpdatedDateTime(), null),
        new SchemaDetails(s.schema(), s.domainAsString()));
  }

  @Override
  public @Nullable SchemaDetails detailsAfter(
      PersonalizeRequest request, String arn, @Nullable SchemaDetails before) {
    return request instanceof CreateSchemaRequest create
        ? new SchemaDetails(create.schema(), create.domainAsString())
        : before;
  }
}
