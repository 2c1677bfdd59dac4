package io.personalizeoperator.filter;

import io.personalizeoperator.api.dataset.Dataset;
import io.personalizeoperator.api.filter.Filter;
import io.personalizeoperator.reconcile.Kind;
import java.util.List;

/** The kind, for the tests that run with every kind and so lie outside its package. */
public final class FilterKind {
  public static final Kind<Filter, ?> KIND =
      new Kind<>(Filter.class, new FilterDecider(), new FilterCalls(), List.of(Dataset.class));

  private FilterKind() {}
}
