package io.personalizeoperator.api.campaign;

/** What happens when somebody changes a campaign's settings in AWS. */
public enum DriftPolicy {
  /** They are set right. */
  Correct,
  /** They are left until the manifest, the solution or a spike asks for other ones. */
  Report
}
