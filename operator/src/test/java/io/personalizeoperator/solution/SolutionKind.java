package io.personalizeoperator.solution;

import io.personalizeoperator.api.dataset.Dataset;
import io.personalizeoperator.api.datasetimport.DatasetImport;
import io.personalizeoperator.api.solution.Solution;
import io.personalizeoperator.reconcile.Kind;
import java.util.List;

/** The kind, for the tests that run with every kind and so lie outside its package. */
public final class SolutionKind {
  public static final Kind<Solution, ?> KIND =
      new Kind<>(
          Solution.class,
          new SolutionDecider(),
          new SolutionCalls(),
          List.of(Dataset.class, DatasetImport.class));

  private SolutionKind() {}
}
