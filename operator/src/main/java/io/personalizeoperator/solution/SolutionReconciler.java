package io.personalizeoperator.solution;

import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.personalizeoperator.api.dataset.Dataset;
import io.personalizeoperator.api.datasetimport.DatasetImport;
import io.personalizeoperator.api.solution.Solution;
import io.personalizeoperator.lifecycle.Kind;
import io.personalizeoperator.lifecycle.LifecycleReconciler;
import io.personalizeoperator.lifecycle.Surroundings;
import java.util.List;

/** Reconciles {@link Solution} custom resources. */
@ControllerConfiguration(name = "solution", finalizerName = "personalize-operator.io/finalizer")
public final class SolutionReconciler extends LifecycleReconciler<Solution, SolutionDetails> {
  /** A reconciler in its surroundings. */
  public SolutionReconciler(Surroundings world) {
    super(
        new Kind<>(
            Solution.class,
            new SolutionDecider(),
            new SolutionCalls(),
            List.of(Dataset.class, DatasetImport.class)),
        world);
  }
}
