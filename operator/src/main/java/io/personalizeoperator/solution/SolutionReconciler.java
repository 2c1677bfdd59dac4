package io.personalizeoperator.solution;

import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.personalizeoperator.api.CommonStatus;
import io.personalizeoperator.api.dataset.Dataset;
import io.personalizeoperator.api.datasetimport.DatasetImport;
import io.personalizeoperator.api.solution.Solution;
import io.personalizeoperator.api.solution.SolutionStatus;
import io.personalizeoperator.reconcile.Kind;
import io.personalizeoperator.reconcile.LifecycleReconciler;
import io.personalizeoperator.reconcile.ReconcilerDependencies;
import java.util.List;

/** Reconciles {@link Solution} custom resources. */
@ControllerConfiguration(name = "solution", finalizerName = "personalize-operator.io/finalizer")
public final class SolutionReconciler extends LifecycleReconciler<Solution, SolutionDetails> {
  private final SolutionMetrics metrics;

  /** A reconciler in its surroundings. */
  public SolutionReconciler(ReconcilerDependencies dependencies) {
    super(
        new Kind<>(
            Solution.class,
            new SolutionDecider(),
            new SolutionCalls(),
            List.of(Dataset.class, DatasetImport.class)),
        dependencies);
    this.metrics = new SolutionMetrics(dependencies.meters(), dependencies.clock());
  }

  @Override
  protected void onReported(Solution solution, CommonStatus status) {
    metrics.show(solution, (SolutionStatus) status);
  }

  @Override
  protected void onDeleted(Solution solution) {
    metrics.remove(solution);
  }
}
