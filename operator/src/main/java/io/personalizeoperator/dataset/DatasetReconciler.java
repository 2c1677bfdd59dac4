package io.personalizeoperator.dataset;

import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.personalizeoperator.api.dataset.Dataset;
import io.personalizeoperator.reconcile.Kind;
import io.personalizeoperator.reconcile.LifecycleReconciler;
import io.personalizeoperator.reconcile.ReconcilerDependencies;

/** Reconciles {@link Dataset} custom resources. */
@ControllerConfiguration(name = "dataset", finalizerName = "personalize-operator.io/finalizer")
public final class DatasetReconciler extends LifecycleReconciler<Dataset, DatasetDetails> {
  /** A reconciler in its surroundings. */
  public DatasetReconciler(ReconcilerDependencies dependencies) {
    super(Kind.plain(Dataset.class, new DatasetDecider(), new DatasetCalls()), dependencies);
  }
}
