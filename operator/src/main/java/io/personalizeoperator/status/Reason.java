package io.personalizeoperator.status;

/** Every reason that a condition can give. Programs rely on the names; a name never changes. */
public enum Reason {
  /** In Amazon Personalize as the manifest says, and ready for use. */
  Active,
  /** AWS is creating it. */
  Creating,
  /** AWS is updating it; it serves as before until the update ends. */
  Updating,
  /** AWS is deleting it. */
  Deleting,
  /** The user has suspended it. */
  Suspended,
  /** The operator has not read the account yet. */
  ReadingAccount,
  /**
   * The account's id is not known, so that a vanished resource may as well be in another account.
   */
  AccountUnknown,
  /** It is not in AWS's lists; the operator confirms that it is gone. */
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
  /**
   * AWS does not find what a call refers to. Reconciling while it may not show it yet; Stalled when
   * the manifest names something that does not exist.
   */
  NotFoundInAws,
  /** A quota of the account is used up. */
  QuotaExceeded,
  /** Its call is queued behind others (--requests-per-second). */
  WaitingForRateLimit,
  /** AWS throttles, fails or does not answer; the operator retries. */
  AwsUnavailable,
  /** Nothing of what the condition is named after is under way. */
  Idle,
  /** Nothing keeps the next filter from taking the place of the current one. */
  NotBlocked,
  /** A training runs. */
  Training,
  /** A new solution version waits for the end of a spike. */
  RolloutFrozen,
  /** Somebody has changed the settings in AWS, and driftPolicy is Report. */
  DriftReported,
  /** AWS keeps a setting on that the manifest does not mention; the message says what to do. */
  SettingKept,
  /** The spikes of the manifest are invalid; the last valid list is in force. */
  InvalidSpike,
  /** A schedule of the manifest cannot be read; the others run. */
  InvalidSchedule,
  /** A version is ACTIVE, and campaigns do not follow it yet. */
  WaitingForPromotion,
  /** The newest ACTIVE version does not meet the gates; the one before it serves. */
  PromotionBlocked,
  /** The version that the promote annotation names cannot be promoted. */
  PromotionRefused,
  /** At least the wanted capacity is provisioned. */
  CapacityProvisioned,
  /** An update that provisions the wanted capacity is under way. */
  UpdateInProgress,
  /** The campaign does not exist yet, or is not ACTIVE. */
  WaitingForCampaign,
  /** training.onCreate is false, so there is no version to promote. */
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
  /** An update has failed in AWS; the resource serves as before. */
  UpdateFailed,
  /** AWS refused the call; the message is AWS's. */
  RefusedByAws,
  /** The operator has no credentials, no region or no permission. */
  AccessDenied,
  /** A resource of that name exists and is not ours. */
  NameTaken,
  /** An existing resource differs in settings that AWS cannot change, so it is not adopted. */
  AdoptionRefused,
  /** It held data and is gone in AWS; it is created again, empty, only on the user's request. */
  Vanished,
  /** The ARN is of another account or region than the operator's credentials. */
  WrongAccount,
  /** It differs from the manifest in settings that AWS cannot change. */
  ImmutableDifference,
  /** The spec is not possible. */
  InvalidSpec,
  /** The ARN could not be written to the ConfigMap, or its key is another's. */
  PublishFailed
}
