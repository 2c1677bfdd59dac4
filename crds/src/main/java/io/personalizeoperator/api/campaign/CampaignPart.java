package io.personalizeoperator.api.campaign;

/** A part of a campaign that an update can change by itself. */
public enum CampaignPart {
  /** The solution version that serves. */
  Version,
  /** Requests per second that are provisioned, at least. */
  MinProvisionedTPS,
  /** The configuration. */
  Config
}
