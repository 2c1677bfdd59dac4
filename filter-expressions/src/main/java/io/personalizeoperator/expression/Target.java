package io.personalizeoperator.expression;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a clause filters: items, actions or, in user segments, users.
 *
 * <p>The datasets of each target are those of the developer guide's examples for item
 * recommendations, action recommendations and user segments. Its guidelines also speak of filtering
 * by item interactions and then by actions, without showing how; that is refused here.
 */
public enum Target {
  /** Items, for item recommendations. */
  ITEM_ID("ItemID", List.of(FilterDataset.INTERACTIONS, FilterDataset.ITEMS)),
  /** Actions, for action recommendations. */
  ACTION_ID("ActionID", List.of(FilterDataset.ACTIONS, FilterDataset.ACTION_INTERACTIONS)),
  /** Users, for user segments. */
  USER_ID("UserID", List.of(FilterDataset.USERS, FilterDataset.INTERACTIONS));

  private final String spelling;
  private final List<FilterDataset> datasets;

  Target(String spelling, List<FilterDataset> datasets) {
    this.spelling = spelling;
    this.datasets = datasets;
  }

  /** The datasets whose fields the conditions after WHERE may name. */
  public List<FilterDataset> datasets() {
    return datasets;
  }

  /** The target as AWS spells it, for example {@code ItemID}. */
  @Override
  public String toString() {
    return spelling;
  }

  static Optional<Target> named(String word) {
    return Arrays.stream(values()).filter(t -> t.spelling.equalsIgnoreCase(word)).findFirst();
  }
}
