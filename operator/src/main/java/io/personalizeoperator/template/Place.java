package io.personalizeoperator.template;

/** How a place in a text is named to its author: lines and columns count from 1. */
public final class Place {
  private Place() {}

  /**
   * Names a place: {@code column 12}, or {@code line 2, column 3} in a text of several lines.
   *
   * @param offset from 0; beyond the end it is the end
   */
  public static String of(String text, int offset) {
    String before = text.substring(0, Math.min(offset, text.length()));
    long line = before.chars().filter(c -> c == '\n').count() + 1;
    int column = before.length() - before.lastIndexOf('\n');
    return text.indexOf('\n') < 0
        ? "column " + column
        : "line %d, column %d".formatted(line, column);
  }
}
