package io.personalizeoperator.api;

/** What to do with a resource of the wanted name that the operator has not made. */
public enum AdoptionPolicy {
  /** Leave it alone and report {@code NameTaken}. */
  Never,
  /** Take it over if no other operator's tags are on it. */
  Unowned,
  /** Take it over, whoever owns it. */
  Always
}
