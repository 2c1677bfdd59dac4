package io.personalizeoperator.simulator.events;

import io.personalizeoperator.expression.Dataset;
import io.personalizeoperator.simulator.datasets.AvroSchema;
import io.personalizeoperator.simulator.world.Kind;
import io.personalizeoperator.simulator.world.Resource;
import io.personalizeoperator.simulator.world.World;

/** How records lie in the datasets of a world. */
public final class Rows {
  /** The field that holds an event's own ID; no schema has one. */
  static final String EVENT_ID = "simulator.eventId";

  private Rows() {}

  /** The dataset of that type in the group of that ARN, or null. */
  public static Resource dataset(World world, String groupArn, Dataset type) {
    String group = groupArn.substring(groupArn.indexOf('/') + 1);
    return world.find(world.key().arn(Kind.DATASET.arnType(), group + "/" + type.name()));
  }

  /** The schema of a dataset. */
  public static AvroSchema schema(World world, Resource dataset) {
    return AvroSchema.parse(world.require(Kind.SCHEMA, dataset.text("schemaArn")).text("schema"));
  }
}
