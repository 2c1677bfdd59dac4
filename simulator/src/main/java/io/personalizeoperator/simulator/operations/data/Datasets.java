package io.personalizeoperator.simulator.operations.data;

import io.personalizeoperator.expression.Dataset;
import io.personalizeoperator.simulator.ServiceException;
import io.personalizeoperator.simulator.datasets.AvroSchema;
import io.personalizeoperator.simulator.datasets.RecordChange;
import io.personalizeoperator.simulator.datasets.SchemaRules;
import io.personalizeoperator.simulator.datasets.Warehouse;
import io.personalizeoperator.simulator.operations.Call;
import io.personalizeoperator.simulator.operations.Creation;
import io.personalizeoperator.simulator.operations.Deletion;
import io.personalizeoperator.simulator.operations.Family;
import io.personalizeoperator.simulator.operations.Ids;
import io.personalizeoperator.simulator.operations.Members;
import io.personalizeoperator.simulator.operations.OperationTable;
import io.personalizeoperator.simulator.operations.Updates;
import io.personalizeoperator.simulator.world.Kind;
import io.personalizeoperator.simulator.world.Lifecycle;
import io.personalizeoperator.simulator.world.Pace;
import io.personalizeoperator.simulator.world.Resource;
import io.personalizeoperator.simulator.world.World;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** CreateDataset, DescribeDataset, ListDatasets, UpdateDataset, DeleteDataset. */
public final class Datasets implements Family, Lifecycle {
  /**
   * The types whose schema UpdateDataset replaces (developer guide, "Replacing a dataset's
   * schema").
   */
  private static final List<Dataset> REPLACEABLE = List.of(Dataset.ITEMS, Dataset.USERS);

  private final Warehouse warehouse;

  public Datasets(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  @Override
  public void register(OperationTable table) {
    table.add("CreateDataset", Datasets::create);
    table.add("UpdateDataset", Datasets::update);
    table.add("DeleteDataset", Datasets::delete);
    table.addReads(Kind.DATASET);
    table.addLife(Kind.DATASET, this);
  }

  private static Map<String, Object> create(Call call) {
    Resource group = DatasetGroups.of(call);
    Resource schema = call.world().require(Kind.SCHEMA, call.text("schemaArn"));
    Dataset type = type(call.text("datasetType"));
    Creation creation = Creation.named(call, Kind.DATASET, group.name() + "/" + type.name());
    Creation.active(group);
    SchemaRules.check(type, AvroSchema.parse(schema.text("schema")), schema.text("domain"));
    checkDomain(group, schema);
    Members members =
        Members.of(call, "schemaArn", "datasetGroupArn").and("datasetType", type.name());
    if (type == Dataset.ACTION_INTERACTIONS) {
      members.and("trackingId", Ids.uuid(creation.arn()));
    }
    return creation.begin(call.text("name"), group.arn(), Pace.DATASET, members.map());
  }

  /** A dataset type in any case, as the service takes it. */
  private static Dataset type(String text) {
    try {
      return Dataset.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw ServiceException.invalidInput(
          "The dataset type %s is none of Interactions, Items, Users, Actions, Action_Interactions.",
          text);
    }
  }

  private static void checkDomain(Resource group, Resource schema) {
    if (!Objects.equals(group.text("domain"), schema.text("domain"))) {
      throw ServiceException.invalidInput(
          "The domain of the schema %s (%s) is not that of the dataset group %s (%s).",
          schema.arn(), schema.text("domain"), group.arn(), group.text("domain"));
    }
  }

  private static Map<String, Object> update(Call call) {
    Resource dataset = Creation.active(call.target(Kind.DATASET));
    if (dataset.updating()) {
      throw ServiceException.inUse("An update of the dataset %s is in progress.", dataset.arn());
    }
    if (!REPLACEABLE.contains(type(dataset))) {
      throw ServiceException.invalidInput(
          "Only the schema of an Items or Users dataset can be replaced.");
    }
    Resource schema = call.world().require(Kind.SCHEMA, call.text("schemaArn"));
    AvroSchema next = AvroSchema.parse(schema.text("schema"));
    SchemaRules.check(type(dataset), next, schema.text("domain"));
    SchemaRules.checkReplacement(Schemas.of(call, dataset), next);
    checkDomain(call.world().require(Kind.DATASET_GROUP, dataset.parent()), schema);
    Map<String, Object> change = new HashMap<>(Map.of("schemaArn", schema.arn()));
    Updates.begin(call, dataset, change, Pace.DATASET_UPDATE);
    return Map.of("datasetArn", dataset.arn());
  }

  private static Map<String, Object> delete(Call call) {
    Resource dataset = Deletion.target(call, Kind.DATASET);
    Deletion.noneAtWork(call, dataset, Kind.DATASET_IMPORT_JOB, dataset.arn());
    for (Resource solution : call.world().children(Kind.SOLUTION, dataset.parent())) {
      Deletion.noneAtWork(call, dataset, Kind.SOLUTION_VERSION, solution.arn());
    }
    return Deletion.begin(call, dataset);
  }

  /** The type of a dataset. */
  public static Dataset type(Resource dataset) {
    return Dataset.valueOf(dataset.text("datasetType"));
  }

  @Override
  public Resource updated(World world, Resource dataset, Map<String, Object> update) {
    return dataset.with("schemaArn", update.get("schemaArn"));
  }

  @Override
  public void removed(World world, Resource dataset) {
    warehouse.apply(
        new RecordChange(dataset.arn(), RecordChange.Type.DROP, List.of(), world.now()));
    // The jobs of a dataset are part of it: a new dataset of the same ARN has none.
    for (Kind jobs : List.of(Kind.DATASET_IMPORT_JOB, Kind.DATASET_EXPORT_JOB)) {
      world.children(jobs, dataset.arn()).forEach(world::remove);
    }
  }
}
