package io.personalizeoperator.api;

/** How the operator came to a resource in Amazon Personalize. */
public enum Ownership {
  /** The operator made it. */
  Created,
  /** It was there, and adoptionPolicy let the operator take it over. */
  Adopted,
  /** It was there with the wanted content and cannot carry tags (schemas): used, never deleted. */
  Shared
}
