package io.personalizeoperator.expression;

/** A dataset of a dataset group, under the name that filter expressions give it. */
public enum FilterDataset {
  /** Item interactions. */
  INTERACTIONS("Interactions"),
  /** Items. */
  ITEMS("Items"),
  /** Users. */
  USERS("Users"),
  /** Actions. */
  ACTIONS("Actions"),
  /** Action interactions. */
  ACTION_INTERACTIONS("Action_Interactions");

  private final String spelling;

  FilterDataset(String spelling) {
    this.spelling = spelling;
  }

  /** Whether the dataset records events, of which a filter sees the event type only. */
  public boolean recordsEvents() {
    return this == INTERACTIONS || this == ACTION_INTERACTIONS;
  }

  /** The dataset as filter expressions spell it, for example {@code Action_Interactions}. */
  @Override
  public String toString() {
    return spelling;
  }
}
