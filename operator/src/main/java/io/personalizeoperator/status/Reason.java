package io.personalizeoperator.status;

/** Every reason that a condition can give. Programs rely on the names; a name never changes. */
public enum Reason {
  /** In Amazon Personalize as the manifest says, and ready for use. */
  Active,
  /** AWS is making it. */
  Creating,
  /** AWS is updating it; what it was before serves meanwhile. */
  Updating,
  /** AWS is deleting it. */
  Deleting,
  /** The user has suspended it. */
  Suspended,
  /** The operator has not read the account yet. */
  ReadingAccount,
  /** The account's id is not known, so that a vanished resource cannot be told from a wrong one. */
  AccountUnknown,
  /** It is not in AWS's answers; whether it is really gone is being confirmed. */
  ConfirmingAbsence,
  /** A DatasetGroup that it needs does not exist or is not ACTIVE. */
  WaitingForDatasetGroup,
  /** A Schema that it needs does not exist or has no ARN yet. */
  WaitingForSchema,
  /** A Dataset that it needs does not exist or is not ACTIVE. */
  WaitingForDataset,
  /** A DatasetImport has to finish first. */
  WaitingForDatasetImport,
  /** A Solution that it needs does not exist or has no promoted version. */
  WaitingForSolution,
  /** Other resources refer to it and have to be deleted first. */
  WaitingForDependents,
  /** AWS says that the resource, or one that it needs, is in use. */
  ResourceInUse,
  /** AWS does not find what a call refers to; it may not show it yet. */
  NotFoundInAws,
  /** A quota of the account is used up. */
  QuotaExceeded,
  /** Many calls are due, and the operator keeps to its rate. */
  WaitingForRateLimit,
  /** AWS throttles, fails or does not answer; the call is made again. */
  AwsUnavailable,
  /** A training runs. */
  Training,
  /** A new solution version waits for the end of a spike. */
  RolloutFrozen,
  /** Somebody has changed the settings in AWS, and driftPolicy is Report. */
  DriftReported,
  /** The spikes of the manifest have a mistake; the last list without one is in force. */
  InvalidSpike,
  /** At least the wanted capacity is provisioned. */
  CapacityProvisioned,
  /** An update that provisions the wanted capacity is under way. */
  UpdateInProgress,
  /** There is no campaign yet, or it is not ACTIVE. */
  WaitingForCampaign,
  /** No training has been asked for, so that there is no version to promote. */
  NoSolutionVersion,
  /** The import job runs. */
  Importing,
  /** The import job has succeeded. */
  Imported,
  /** The import job has failed. */
  ImportFailed,
  /** A training has failed. */
  TrainingFailed,
  /** The creation has failed in AWS. */
  CreateFailed,
  /** An update has failed in AWS; what was before serves on. */
  UpdateFailed,
  /** AWS refused the call; the message is AWS's. */
  RefusedByAws,
  /** The operator has no credentials, no region or no permission. */
  AccessDenied,
  /** A resource of that name exists and is not ours. */
  NameTaken,
  /** An existing resource cannot be adopted, for it differs in what cannot be changed. */
  AdoptionRefused,
  /** It holds data and is gone in AWS; it is not made again empty without the user's word. */
  Vanished,
  /** The ARN is of another account or region than the operator's credentials. */
  WrongAccount,
  /** It differs from the manifest in what AWS cannot change. */
  ImmutableDifference,
  /** The spec asks for something that cannot be. */
  InvalidSpec,
  /** The ARN could not be written to the ConfigMap. */
  PublishFailed
}
