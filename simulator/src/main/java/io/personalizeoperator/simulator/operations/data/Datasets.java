package io.personalizeoperator.simulator.operations.data;

import io.personalizeoperator.expression.FilterDataset;
import io.personalizeoperator.simulator.ServiceException;
import io.personalizeoperator.simulator.datasets.DatasetStore;
import io.personalizeoperator.simulator.datasets.RecordChange;
import io.personalizeoperator.simulator.datasets.SchemaDocument;
import io.personalizeoperator.simulator.datasets.SchemaReplacement;
import io.personalizeoperator.simulator.datasets.SchemaRules;
import io.personalizeoperator.simulator.operations.Call;
import io.personalizeoperator.simulator.operations.Creation;
import io.personalizeoperator.simulator.operations.Deletion;
import io.personalizeoperator.simulator.operations.Family;
import io.personalizeoperator.simulator.operations.Ids;
import io.personalizeoperator.simulator.operations.Members;
import io.personalizeoperator.simulator.operations.OperationTable;
import io.personalizeoperator.simulator.operations.Updates;
import io.personalizeoperator.simulator.world.Durations;
import io.personalizeoperator.simulator.world.Lifecycle;
import io.personalizeoperator.simulator.world.Resource;
import io.personalizeoperator.simulator.world.ResourceKind;
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
  private static final List<FilterDataset> REPLACEABLE =
      List.of(FilterDataset.ITEMS, FilterDataset.USERS);

  private final DatasetStore store;

  public Datasets(DatasetStore store) {
    this.store = store;
  }

  @Override
  public void register(OperationTable table) {
    table.add("CreateDataset", Datasets::create);
    table.add("UpdateDataset", Datasets::update);
    table.add("DeleteDataset", Datasets::delete);
    table.addReads(ResourceKind.DATASET);
    table.addLife(ResourceKind.DATASET, this);
  }

  private static Map<String, Object> create(Call call) {
    Resource group = DatasetGroups.of(call);
    Resource schema = call.world().require(ResourceKind.SCHEMA, call.text("schemaArn"));
    FilterDataset type = type(call.text("datasetType"));
    Creation creation =
        Creation.named(call, ResourceKind.DATASET, group.name() + "/" + type.name());
    Creation.active(group);
    SchemaRules.check(type, SchemaDocument.parse(schema.text("schema")), schema.text("domain"));
    checkDomain(group, schema);
    Members members =
        Members.of(call, "schemaArn", "datasetGroupArn").and("datasetType", type.name());
    if (type == FilterDataset.ACTION_INTERACTIONS) {
      members.and("trackingId", Ids.uuid(creation.arn()));
    }
    return creation.begin(call.text("name"), group.arn(), Durations.DATASET, members.map());
  }

  /** The dataset type of that name. As in the service, case does not matter. */
  private static FilterDataset type(String text) {
    try {
      return FilterDataset.valueOf(text.toUpperCase(Locale.ROOT));
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
    Resource dataset = Creation.active(call.target(ResourceKind.DATASET));
    if (dataset.updating()) {
      throw ServiceException.inUse("An update of the dataset %s is in progress.", dataset.arn());
    }
    if (!REPLACEABLE.contains(type(dataset))) {
      throw ServiceException.invalidInput(
          "Only the schema of an Items or Users dataset can be replaced.");
    }
    Resource schema = call.world().require(ResourceKind.SCHEMA, call.text("schemaArn"));
    SchemaDocument next = SchemaDocument.parse(schema.text("schema"));
    SchemaRules.check(type(dataset), next, schema.text("domain"));
    SchemaReplacement.check(Schemas.of(call, dataset), next);
    checkDomain(call.world().require(ResourceKind.DATASET_GROUP, dataset.parent()), schema);
    Map<String, Object> change = new HashMap<>(Map.of("schemaArn", schema.arn()));
    Updates.begin(call, dataset, change, Durations.DATASET_UPDATE);
    return Map.of("datasetArn", dataset.arn());
  }

  private static Map<String, Object> delete(Call call) {
    Resource dataset = Deletion.target(call, ResourceKind.DATASET);
    Deletion.noneAtWork(call, dataset, ResourceKind.DATASET_IMPORT_JOB, dataset.arn());
    for (Resource solution : call.world().children(ResourceKind.SOLUTION, dataset.parent())) {
      Deletion.noneAtWork(call, dataset, ResourceKind.SOLUTION_VERSION, solution.arn());
    }
    return Deletion.begin(call, dataset);
  }

  /** The type of a dataset. */
  public static FilterDataset type(Resource dataset) {
    return FilterDataset.valueOf(dataset.text("datasetType"));
  }

  @Override
  public Resource updated(World world, Resource dataset, Map<String, Object> update) {
    return dataset.with("schemaArn", update.get("schemaArn"));
  }

  @Override
  public void removed(World world, Resource dataset) {
    store.apply(new RecordChange(dataset.arn(), RecordChange.Type.DROP, List.of(), world.now()));
    // The jobs of a dataset are removed with it: a new dataset with the same ARN has none.
    for (ResourceKind jobs :
        List.of(ResourceKind.DATASET_IMPORT_JOB, ResourceKind.DATASET_EXPORT_JOB)) {
      world.children(jobs, dataset.arn()).forEach(world::remove);
    }
  }
}
