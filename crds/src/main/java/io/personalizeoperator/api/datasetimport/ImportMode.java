package io.personalizeoperator.api.datasetimport;

/** Whether an import replaces the bulk data of a dataset or adds to it (AWS: ImportMode). */
public enum ImportMode {
  FULL,
  INCREMENTAL
}
