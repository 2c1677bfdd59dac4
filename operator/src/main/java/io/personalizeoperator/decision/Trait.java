package io.personalizeoperator.decision;

/** Something that is always true of a kind. */
public enum Trait {
  /** Data is lost with it, so that it is never created again without the user's word. */
  HOLDS_DATA,
  /** AWS does not allow tags on it. */
  UNTAGGABLE,
  /** Its drift shows in Describe only, not in lists. */
  NEEDS_DETAILS,
  /**
   * What AWS makes of it depends on other resources that may come with it in one apply: it is not
   * created in the moment in which its spec is first seen.
   */
  SETTLES,
  /** AWS has no call that deletes it. */
  UNDELETABLE,
  /** An update fixes a failed creation. */
  REPAIRABLE_WHEN_FAILED
}
