package io.personalizeoperator.simulator.datasets;

/** The least that Amazon Personalize works with (developer guide, "Endpoints and quotas"). */
public final class Minimum {
  /** Item interactions of one import, and of a training after filtering by event type. */
  public static final int INTERACTIONS = 1_000;

  /** Users with at least two interactions. */
  public static final int USERS = 25;

  private Minimum() {}
}
