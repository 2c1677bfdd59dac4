package io.personalizeoperator.dataset;

import io.personalizeoperator.api.dataset.Dataset;
import io.personalizeoperator.reconcile.Kind;

/** The kind, for the tests that run with every kind and so lie outside its package. */
public final class DatasetKind {
  public static final Kind<Dataset, ?> KIND =
      Kind.plain(Dataset.class, new DatasetDecider(), new DatasetCalls());

  private DatasetKind() {}
}
