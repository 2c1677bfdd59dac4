package io.personalizeoperator.expression;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What stands before the dot of a field: a dataset, the current user or the current item. */
public enum FieldOwner {
  /** {@code Interactions.FIELD}. */
  INTERACTIONS(FilterDataset.INTERACTIONS, "Interactions"),
  /** {@code Items.FIELD}. */
  ITEMS(FilterDataset.ITEMS, "Items"),
  /** {@code Users.FIELD}. */
  USERS(FilterDataset.USERS, "Users"),
  /** {@code Actions.FIELD}; the developer guide also prints {@code Action.FIELD}. */
  ACTIONS(FilterDataset.ACTIONS, "Actions", "Action"),
  /** {@code Action_Interactions.FIELD}. */
  ACTION_INTERACTIONS(FilterDataset.ACTION_INTERACTIONS, "Action_Interactions"),
  /** {@code CurrentUser.FIELD}: the user that recommendations are for. */
  CURRENT_USER(FilterDataset.USERS, "CurrentUser"),
  /** {@code CurrentItem.FIELD}: the item that related items are asked for. */
  CURRENT_ITEM(FilterDataset.ITEMS, "CurrentItem");

  private final FilterDataset dataset;
  private final List<String> spellings;

  FieldOwner(FilterDataset dataset, String... spellings) {
    this.dataset = dataset;
    this.spellings = List.of(spellings);
  }

  /** The dataset whose schema has the field. */
  public FilterDataset dataset() {
    return dataset;
  }

  /** Whether this is a dataset and not the current user or item. */
  public boolean isDataset() {
    return this != CURRENT_USER && this != CURRENT_ITEM;
  }

  /** The owner as AWS spells it, for example {@code CurrentUser}. */
  @Override
  public String toString() {
    return spellings.getFirst();
  }

  static Optional<FieldOwner> named(String word) {
    return Arrays.stream(values())
        .filter(o -> o.spellings.stream().anyMatch(word::equalsIgnoreCase))
        .findFirst();
  }
}
