package io.personalizeoperator.datasetimport;

import io.personalizeoperator.api.datasetimport.DatasetImport;
import io.personalizeoperator.reconcile.Kind;
import java.util.List;

/** The kind, for the tests that run with every kind and so lie outside its package. */
public final class DatasetImportKind {
  public static final Kind<DatasetImport, ?> KIND =
      new Kind<>(
          DatasetImport.class,
          new DatasetImportDecider(),
          new DatasetImportCalls(),
          List.of(DatasetImport.class));

  private DatasetImportKind() {}
}
