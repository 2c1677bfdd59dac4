package io.personalizeoperator.filter;

import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.personalizeoperator.api.CommonStatus;
import io.personalizeoperator.api.dataset.Dataset;
import io.personalizeoperator.api.filter.Filter;
import io.personalizeoperator.api.filter.FilterStatus;
import io.personalizeoperator.reconcile.Kind;
import io.personalizeoperator.reconcile.LifecycleReconciler;
import io.personalizeoperator.reconcile.ReconcilerDependencies;
import java.util.List;

/** Reconciles {@link Filter} custom resources. */
@ControllerConfiguration(name = "filter", finalizerName = "personalize-operator.io/finalizer")
public final class FilterReconciler extends LifecycleReconciler<Filter, String> {
  private final FilterMetrics metrics;

  /** A reconciler in its surroundings. */
  public FilterReconciler(ReconcilerDependencies dependencies) {
    super(
        new Kind<>(Filter.class, new FilterDecider(), new FilterCalls(), List.of(Dataset.class)),
        dependencies);
    this.metrics = new FilterMetrics(dependencies.meters(), dependencies.clock());
  }

  @Override
  protected void onReported(Filter filter, CommonStatus status) {
    metrics.show(filter, (FilterStatus) status);
  }

  @Override
  protected void onDeleted(Filter filter) {
    metrics.remove(filter);
  }
}
