package io.personalizeoperator.aws;

/** What a failed call asks of the operator. */
public enum FailureClass {
  /** Throttling, 5xx, timeouts, dropped connections: the same call again, soon. */
  RETRY_SOON,
  /** ResourceInUse, a quota, a parent that is not ACTIVE: again when something has changed. */
  WAIT_FOR_CHANGE,
  /**
   * No credentials can be had just now: nothing was sent. Again soon, for STS or the Pod Identity
   * agent may be back at once; a person has to do something when it stays so.
   */
  NO_CREDENTIALS,
  /**
   * Bad input, no permission, a manifest that names what does not exist: a person has to do
   * something.
   */
  NEEDS_USER,
  /** The resource does not exist. */
  GONE,
  /** A resource of that name exists. */
  EXISTS,
  /** Not AWS: the Kubernetes API server refused to write what was to be published. */
  NOT_PUBLISHED
}
