package io.personalizeoperator.simulator;

import io.personalizeoperator.simulator.catalog.Catalog;
import io.personalizeoperator.simulator.datasets.BulkImport;
import io.personalizeoperator.simulator.datasets.DatasetStore;
import io.personalizeoperator.simulator.datasets.Storage;
import io.personalizeoperator.simulator.datasets.UserDeletion;
import io.personalizeoperator.simulator.faults.Faults;
import io.personalizeoperator.simulator.model.ServiceModel;
import io.personalizeoperator.simulator.operations.Family;
import io.personalizeoperator.simulator.operations.Tags;
import io.personalizeoperator.simulator.operations.data.DataJobs;
import io.personalizeoperator.simulator.operations.data.DatasetGroups;
import io.personalizeoperator.simulator.operations.data.Datasets;
import io.personalizeoperator.simulator.operations.data.EventTrackers;
import io.personalizeoperator.simulator.operations.data.ImportJobs;
import io.personalizeoperator.simulator.operations.data.Schemas;
import io.personalizeoperator.simulator.operations.serving.BatchJobs;
import io.personalizeoperator.simulator.operations.serving.Campaigns;
import io.personalizeoperator.simulator.operations.serving.Filters;
import io.personalizeoperator.simulator.operations.serving.MetricAttributions;
import io.personalizeoperator.simulator.operations.serving.Recommenders;
import io.personalizeoperator.simulator.operations.training.Algorithms;
import io.personalizeoperator.simulator.operations.training.Recipes;
import io.personalizeoperator.simulator.operations.training.SolutionVersions;
import io.personalizeoperator.simulator.operations.training.Solutions;
import io.personalizeoperator.simulator.operations.training.Trainings;
import java.util.List;

/** Creates the families of operations with what they share. */
final class OperationFamilies {
  private OperationFamilies() {}

  /** All families of Amazon Personalize. */
  static List<Family> all(ServiceModel model, Storage storage, DatasetStore store, Faults faults) {
    Catalog catalog = new Catalog();
    Trainings trainings = new Trainings(catalog, faults, store);
    Campaigns campaigns = new Campaigns(catalog);
    return List.of(
        new DatasetGroups(),
        new Schemas(),
        new Datasets(store),
        new ImportJobs(new BulkImport(storage, store)),
        new EventTrackers(),
        new Filters(),
        new Recipes(catalog),
        new Solutions(model, catalog, trainings),
        new SolutionVersions(catalog, store, trainings, campaigns::follow),
        campaigns,
        new Recommenders(catalog, store),
        new BatchJobs(catalog),
        new DataJobs(new UserDeletion(storage), store),
        new MetricAttributions(),
        new Algorithms(catalog),
        new Tags());
  }
}
