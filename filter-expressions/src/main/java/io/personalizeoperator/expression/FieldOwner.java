package io.personalizeoperator.expression;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What stands before the dot of a field: a dataset, the current user or the current item. */
public enum FieldOwner {
  /** {@code Interactions.FIELD}. */
  INTERACTIONS(Dataset.INTERACTIONS, "Interactions"),
  /** {@code Items.FIELD}. */
  ITEMS(Dataset.ITEMS, "Items"),
  /** {@code Users.FIELD}. */
  USERS(Dataset.USERS, "Users"),
  /** {@code Actions.FIELD}; the developer guide also prints {@code Action.FIELD}. */
  ACTIONS(Dataset.ACTIONS, "Actions", "Action"),
  /** {@code Action_Interactions.FIELD}. */
  ACTION_INTERACTIONS(Dataset.ACTION_INTERACTIONS, "Action_Interactions"),
  /** {@code CurrentUser.FIELD}: the user that recommendations are for. */
  CURRENT_USER(Dataset.USERS, "CurrentUser"),
  /** {@code CurrentItem.FIELD}: the item that related items are asked for. */
  CURRENT_ITEM(Dataset.ITEMS, "CurrentItem");

  private final Dataset dataset;
  private final List<String> spellings;

  FieldOwner(Dataset dataset, String... spellings) {
    this.dataset = dataset;
    this.spellings = List.of(spellings);
  }

  /** The dataset whose schema has the field. */
  public Dataset dataset() {
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
