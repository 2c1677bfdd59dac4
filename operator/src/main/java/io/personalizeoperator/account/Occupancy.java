package io.personalizeoperator.account;

import java.util.List;

/**
 * What fills a parent, such as a dataset group whose quota of filters is used up.
 *
 * @param count how many resources of a kind it has
 * @param unwatched the names of those that no custom resource of this operator looks after, sorted
 */
public record Occupancy(int count, List<String> unwatched) {
  private static final int MOST_NAMES = 10;

  /**
   * In a sentence.
   *
   * @param noun what they are, such as filter
   */
  public String inWords(String noun) {
    String all = "There are %d %ss".formatted(count, noun);
    if (unwatched.isEmpty()) {
      return all + ", all managed here.";
    }
    String names = String.join(", ", unwatched.subList(0, Math.min(MOST_NAMES, unwatched.size())));
    int more = unwatched.size() - MOST_NAMES;
    return "%s; not managed here: %s%s."
        .formatted(all, names, more > 0 ? " and %d more".formatted(more) : "");
  }
}
