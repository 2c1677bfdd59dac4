package io.personalizeoperator.template;

import java.util.List;

/**
 * A template with its values put in.
 *
 * @param template the template
 * @param text the result
 * @param pieces where each part of the template is in the result, in order
 */
public record RenderedText(String template, String text, List<Piece> pieces) {
  /**
   * One part of the template in the result.
   *
   * @param start where it begins in the result
   * @param templateStart where it begins in the template
   * @param isLiteral whether it is the template's own text, place for place
   */
  public record Piece(int start, int templateStart, boolean isLiteral) {}

  /** Where in the template a place of the result comes from; both from 0. */
  public int inTemplate(int offset) {
    Piece piece = new Piece(0, 0, true);
    for (Piece next : pieces) {
      if (next.start > offset) {
        break;
      }
      piece = next;
    }
    return piece.isLiteral ? piece.templateStart + offset - piece.start : piece.templateStart;
  }

  /** A place of the result as its author finds it, in result and template. */
  public String place(int offset) {
    String inResult = Place.of(text, offset);
    return text.equals(template)
        ? inResult
        : "%s (template: %s)".formatted(inResult, Place.of(template, inTemplate(offset)));
  }
}
