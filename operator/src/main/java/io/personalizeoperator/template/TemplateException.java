package io.personalizeoperator.template;

/**
 * A template that cannot be read or rendered. The message begins with the place in the template,
 * and says in plain English what is wrong and what to write instead; it is stable.
 */
public final class TemplateException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final int offset;

  private TemplateException(int offset, String message) {
    super(message);
    this.offset = offset;
  }

  /**
   * At a place in a template.
   *
   * @param offset the place, from 0
   * @param message what is wrong
   */
  static TemplateException at(String template, int offset, String message) {
    return new TemplateException(offset, Place.of(template, offset) + ": " + message);
  }

  /** The place in the template, from 0. */
  public int offset() {
    return offset;
  }
}
