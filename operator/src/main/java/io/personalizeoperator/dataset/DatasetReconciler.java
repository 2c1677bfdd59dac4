package io.personalizeoperator.dataset;

import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.personalizeoperator.api.dataset.Dataset;
import io.personalizeoperator.lifecycle.Kind;
import io.personalizeoperator.lifecycle.LifecycleReconciler;
import io.personalizeoperator.lifecycle.Surroundings;

/** Reconciles {@link Dataset} custom resources. */
@ControllerConfiguration(name = "dataset", finalizerName = "personalize-operator.io/finalizer")
public final class DatasetReconciler extends LifecycleReconciler<Dataset, DatasetDetails> {
  /** A reconciler in its surroundings. */
  public DatasetReconciler(Surroundings world) {
    super(Kind.plain(Dataset.class, new DatasetDecider(), new DatasetCalls()), world);
  }
}
