package io.personalizeoperator.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** In what two trees differ, a line for each place; the order of keys does not count. */
final class TreeDifference {
  private final List<String> lines = new ArrayList<>();
  private final boolean moreIsFine;

  private TreeDifference(boolean moreIsFine) {
    this.moreIsFine = moreIsFine;
  }

  /** Every difference. */
  static List<String> between(JsonNode expected, JsonNode actual) {
    TreeDifference difference = new TreeDifference(false);
    difference.compare("", expected, actual);
    return difference.lines;
  }

  /** What the first tree has and the second has not, or has otherwise. */
  static List<String> lost(JsonNode before, JsonNode after) {
    TreeDifference difference = new TreeDifference(true);
    difference.compare("", before, after);
    return difference.lines;
  }

  private void compare(String path, JsonNode expected, JsonNode actual) {
    if (expected.isObject() && actual.isObject()) {
      keys(expected, actual)
          .forEach(
              key ->
                  compare(
                      path.isEmpty() ? key : path + "." + key,
                      expected.path(key),
                      actual.path(key)));
    } else if (expected.isArray() && actual.isArray()) {
      for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
        compare(path + "[" + i + "]", expected.path(i), actual.path(i));
      }
    } else if (!expected.equals(actual) && !(moreIsFine && expected.isMissingNode())) {
      lines.add(path + ": expected " + text(expected) + " but was " + text(actual));
    }
  }

  private static Set<String> keys(JsonNode expected, JsonNode actual) {
    Set<String> keys = new LinkedHashSet<>();
    expected.fieldNames().forEachRemaining(keys::add);
    actual.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static String text(JsonNode node) {
    return node instanceof MissingNode ? "nothing" : node.toString();
  }
}
