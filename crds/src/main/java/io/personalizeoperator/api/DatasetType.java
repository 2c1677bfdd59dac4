package io.personalizeoperator.api;

/** The type of a dataset, spelled as Amazon Personalize does (AWS: CreateDataset, datasetType). */
public enum DatasetType {
  Interactions,
  Items,
  Users,
  Actions,
  Action_Interactions
}
