package io.personalizeoperator.datasetimport;

import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.personalizeoperator.api.datasetimport.DatasetImport;
import io.personalizeoperator.api.datasetimport.ImportMode;
import io.personalizeoperator.reconcile.Kind;
import io.personalizeoperator.reconcile.LifecycleReconciler;
import io.personalizeoperator.reconcile.ReconcilerDependencies;
import java.util.List;

/** Reconciles {@link DatasetImport} custom resources. */
@ControllerConfiguration(
    name = "datasetimport",
    finalizerName = "personalize-operator.io/finalizer")
public final class DatasetImportReconciler extends LifecycleReconciler<DatasetImport, ImportMode> {
  /** A reconciler in its surroundings. */
  public DatasetImportReconciler(ReconcilerDependencies dependencies) {
    super(
        new Kind<>(
            DatasetImport.class,
            new DatasetImportDecider(),
            new DatasetImportCalls(),
            List.of(DatasetImport.class)),
        dependencies);
  }
}
