package io.personalizeoperator.datasetimport;

import io.personalizeoperator.api.datasetimport.DatasetImport;
import io.personalizeoperator.reconcile.Kind;

/** The kind, for the tests that run with every kind and so lie outside its package. */
public final class DatasetImportKind {
  public static final Kind<DatasetImport, ?> KIND =
      Kind.plain(DatasetImport.class, new DatasetImportDecider(), new DatasetImportCalls());

  private DatasetImportKind() {}
}
