package io.personalizeoperator.datasetimport;

import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.personalizeoperator.api.datasetimport.DatasetImport;
import io.personalizeoperator.api.datasetimport.ImportMode;
import io.personalizeoperator.lifecycle.Kind;
import io.personalizeoperator.lifecycle.LifecycleReconciler;
import io.personalizeoperator.lifecycle.Surroundings;

/** Reconciles {@link DatasetImport} custom resources. */
@ControllerConfiguration(
    name = "datasetimport",
    finalizerName = "personalize-operator.io/finalizer")
public final class DatasetImportReconciler extends LifecycleReconciler<DatasetImport, ImportMode> {
  /** A reconciler in its surroundings. */
  public DatasetImportReconciler(Surroundings world) {
    super(
        Kind.plain(DatasetImport.class, new DatasetImportDecider(), new DatasetImportCalls()),
        world);
  }
}
