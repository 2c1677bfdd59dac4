package io.personalizeoperator.status;

import org.jspecify.annotations.Nullable;

/** Joins AWS's words and ours: AWS ends its messages with a full stop, or does not. */
public final class Sentences {
  private Sentences() {}

  /**
   * AWS's words as a sentence that another can follow.
   *
   * @param text AWS's message or failureReason; null where AWS gives none
   */
  public static String ofAws(@Nullable String text) {
    String words = text == null ? "" : text.strip();
    if (words.isEmpty()) {
      return "AWS gives no reason.";
    }
    return ".!?".indexOf(words.charAt(words.length() - 1)) >= 0 ? words : words + ".";
  }
}
