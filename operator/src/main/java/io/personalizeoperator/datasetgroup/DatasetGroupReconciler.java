package io.personalizeoperator.datasetgroup;

import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.personalizeoperator.api.datasetgroup.DatasetGroup;
import io.personalizeoperator.reconcile.Kind;
import io.personalizeoperator.reconcile.LifecycleReconciler;
import io.personalizeoperator.reconcile.ReconcilerDependencies;

/** Reconciles {@link DatasetGroup} custom resources. */
@ControllerConfiguration(name = "datasetgroup", finalizerName = "personalize-operator.io/finalizer")
public final class DatasetGroupReconciler
    extends LifecycleReconciler<DatasetGroup, DatasetGroupDetails> {
  /** A reconciler in its surroundings. */
  public DatasetGroupReconciler(ReconcilerDependencies dependencies) {
    super(
        Kind.plain(DatasetGroup.class, new DatasetGroupDecider(), new DatasetGroupCalls()),
        dependencies);
  }
}
