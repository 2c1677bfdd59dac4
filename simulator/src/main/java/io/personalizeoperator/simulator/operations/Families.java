package io.personalizeoperator.simulator.operations;

import io.personalizeoperator.simulator.catalog.Catalog;
import io.personalizeoperator.simulator.datasets.BulkImport;
import io.personalizeoperator.simulator.datasets.Storage;
import io.personalizeoperator.simulator.datasets.UserDeletion;
import io.personalizeoperator.simulator.datasets.Warehouse;
import io.personalizeoperator.simulator.faults.Faults;
import io.personalizeoperator.simulator.model.ServiceModel;
import java.util.List;

/** Puts the families of operations together. */
public final class Families {
  private Families() {}

  /** All families of Amazon Personalize. */
  public static List<Family> all(
      ServiceModel model, Storage storage, Warehouse warehouse, Faults faults) {
    Catalog catalog = new Catalog();
    Trainings trainings = new Trainings(faults, warehouse);
    Campaigns campaigns = new Campaigns(catalog);
    return List.of(
        new DatasetGroups(),
        new Schemas(),
        new Datasets(warehouse),
        new ImportJobs(new BulkImport(storage, warehouse)),
        new EventTrackers(),
        new Filters(),
        new Recipes(catalog),
        new Solutions(model, catalog, trainings),
        new SolutionVersions(catalog, warehouse, trainings, campaigns),
        campaigns,
        new Recommenders(catalog, warehouse),
        new BatchJobs(catalog),
        new DataJobs(new UserDeletion(storage), warehouse),
        new MetricAttributions(),
        new Algorithms(catalog),
        new Tags());
  }
}
