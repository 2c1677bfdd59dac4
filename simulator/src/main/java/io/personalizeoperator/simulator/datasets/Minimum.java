package io.personalizeoperator.simulator.datasets;

/** The minimum data that Amazon Personalize needs (developer guide, "Endpoints and quotas"). */
public final class Minimum {
  /** The item interactions of one import, and of a training after filtering by event type. */
  public static final int INTERACTIONS = 1_000;

  /** The users with at least two interactions. */
  public static final int USERS = 25;

  /** The percentage of all users with at least two interactions. */
  static final int USERS_IN_PERCENT = 1;

  private Minimum() {}
}
