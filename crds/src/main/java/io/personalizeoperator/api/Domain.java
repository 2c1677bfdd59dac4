package io.personalizeoperator.api;

/** The domain of a domain dataset group or of a schema for one (AWS: Domain). */
public enum Domain {
  ECOMMERCE,
  VIDEO_ON_DEMAND
}
