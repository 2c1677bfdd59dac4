package io.personalizeoperator.simulator.operations;

import java.util.List;
import java.util.Map;

/** Pages of a short list in memory. */
public final class ListSlices {
  private ListSlices() {}

  /** The requested page of the list, with a token when there are more. */
  public static Map<String, Object> page(
      Call call, String filter, String member, List<Map<String, Object>> all) {
    PageToken token = PageToken.of(call, filter);
    int from = Math.clamp(token.after(), 0, all.size());
    int to = Math.min(from + call.number("maxResults", PageToken.DEFAULT_SIZE), all.size());
    return new Members()
        .and(member, all.subList(from, to))
        .and("nextToken", to < all.size() ? token.next(to) : null)
        .map();
  }
}
