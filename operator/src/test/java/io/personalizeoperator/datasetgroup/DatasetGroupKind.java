package io.personalizeoperator.datasetgroup;

import io.personalizeoperator.api.datasetgroup.DatasetGroup;
import io.personalizeoperator.reconcile.Kind;

/** The kind, for the tests that run with every kind and so lie outside its package. */
public final class DatasetGroupKind {
  public static final Kind<DatasetGroup, ?> KIND =
      Kind.plain(DatasetGroup.class, new DatasetGroupDecider(), new DatasetGroupCalls());

  private DatasetGroupKind() {}
}
