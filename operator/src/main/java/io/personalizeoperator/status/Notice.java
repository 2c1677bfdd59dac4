package io.personalizeoperator.status;

/**
 * Something that people should see as a Kubernetes Event.
 *
 * @param warning Warning, else Normal
 * @param reason one word, such as Created
 * @param message one sentence
 */
public record Notice(boolean warning, String reason, String message) {
  /** Something went as it should. */
  public static Notice normal(String reason, String message) {
    return new Notice(false, reason, message);
  }

  /** Something needs attention. */
  public static Notice warning(String reason, String message) {
    return new Notice(true, reason, message);
  }
}
