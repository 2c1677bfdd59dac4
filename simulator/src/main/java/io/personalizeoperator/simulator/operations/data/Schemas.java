package io.personalizeoperator.simulator.operations.data;

import io.personalizeoperator.simulator.ServiceException;
import io.personalizeoperator.simulator.datasets.SchemaDocument;
import io.personalizeoperator.simulator.datasets.SchemaRules;
import io.personalizeoperator.simulator.operations.Call;
import io.personalizeoperator.simulator.operations.Creation;
import io.personalizeoperator.simulator.operations.Family;
import io.personalizeoperator.simulator.operations.Members;
import io.personalizeoperator.simulator.operations.OperationTable;
import io.personalizeoperator.simulator.world.Quota;
import io.personalizeoperator.simulator.world.Resource;
import io.personalizeoperator.simulator.world.ResourceKind;
import java.util.Map;

/**
 * CreateSchema, DescribeSchema, ListSchemas, DeleteSchema. Schemas have neither states nor tags.
 */
public final class Schemas implements Family {
  @Override
  public void register(OperationTable table) {
    table.add("CreateSchema", Schemas::create);
    table.add("DeleteSchema", Schemas::delete);
    table.addReads(ResourceKind.SCHEMA);
  }

  private static Map<String, Object> create(Call call) {
    SchemaDocument schema = SchemaDocument.parse(call.text("schema"));
    SchemaRules.check(SchemaRules.namedType(schema), schema, call.text("domain"));
    return Creation.named(call, ResourceKind.SCHEMA, call.text("name"))
        .within(Quota.SCHEMAS, call.world().count(ResourceKind.SCHEMA, null))
        .complete(call.text("name"), Members.of(call, "schema", "domain").map());
  }

  private static Map<String, Object> delete(Call call) {
    Resource schema = call.target(ResourceKind.SCHEMA);
    for (Resource dataset : call.world().children(ResourceKind.DATASET, null)) {
      if (schema.arn().equals(dataset.text("schemaArn"))
          || schema
              .arn()
              .equals(dataset.object(ResourceKind.DATASET.updateMember()).get("schemaArn"))) {
        throw ServiceException.inUse(
            "The schema %s is used by the dataset %s.", schema.arn(), dataset.arn());
      }
    }
    // As with every call, List and Describe show the deletion after the lag.
    call.world().put(schema);
    call.world().remove(schema);
    return Map.of();
  }

  /** The schema of a dataset. */
  public static SchemaDocument of(Call call, Resource dataset) {
    return SchemaDocument.parse(
        call.world().require(ResourceKind.SCHEMA, dataset.text("schemaArn")).text("schema"));
  }
}
