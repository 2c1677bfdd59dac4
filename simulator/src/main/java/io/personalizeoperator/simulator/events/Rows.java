package io.personalizeoperator.simulator.events;

import io.personalizeoperator.expression.FilterDataset;
import io.personalizeoperator.simulator.datasets.SchemaDocument;
import io.personalizeoperator.simulator.world.Resource;
import io.personalizeoperator.simulator.world.ResourceKind;
import io.personalizeoperator.simulator.world.World;

/** Finds the datasets of records and their schemas. */
public final class Rows {
  /** The internal field with an event's ID; no schema has such a field. */
  static final String EVENT_ID = "simulator.eventId";

  private Rows() {}

  /** The dataset of that type in the group of that ARN, or null. */
  public static Resource dataset(World world, String groupArn, FilterDataset type) {
    String group = groupArn.substring(groupArn.indexOf('/') + 1);
    return world.find(world.key().arn(ResourceKind.DATASET.arnType(), group + "/" + type.name()));
  }

  /** The schema of a dataset. */
  public static SchemaDocument schema(World world, Resource dataset) {
    return SchemaDocument.parse(
        world.require(ResourceKind.SCHEMA, dataset.text("schemaArn")).text("schema"));
  }
}
