package io.personalizeoperator.datasetgroup;

import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.personalizeoperator.api.datasetgroup.DatasetGroup;
import io.personalizeoperator.lifecycle.Kind;
import io.personalizeoperator.lifecycle.LifecycleReconciler;
import io.personalizeoperator.lifecycle.Surroundings;

/** Reconciles {@link DatasetGroup} custom resources. */
@ControllerConfiguration(name = "datasetgroup", finalizerName = "personalize-operator.io/finalizer")
public final class DatasetGroupReconciler
    extends LifecycleReconciler<DatasetGroup, DatasetGroupDetails> {
  /** A reconciler in its surroundings. */
  public DatasetGroupReconciler(Surroundings world) {
    super(
        Kind.plain(DatasetGroup.class, new DatasetGroupDecider(), new DatasetGroupCalls()), world);
  }
}
