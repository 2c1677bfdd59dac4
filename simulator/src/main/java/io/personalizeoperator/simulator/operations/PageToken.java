package io.personalizeoperator.simulator.operations;

import io.personalizeoperator.simulator.ServiceException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The position at which a List continues. It is opaque to clients and valid only for the same
 * operation and filter.
 *
 * @param scope the operation and its filter
 * @param after the sequence of the last resource on the page before
 */
record PageToken(String scope, long after) {
  /** The page size when maxResults is left out; also its maximum. */
  static final int DEFAULT_SIZE = 100;

  /**
   * The token of the call, or that of the first page.
   *
   * @throws ServiceException InvalidNextTokenException when the token is not of this operation and
   *     filter
   */
  static PageToken of(Call call, String filter) {
    String scope = call.operation() + " " + call.world().key().region() + " " + filter;
    String token = call.text("nextToken");
    if (token == null) {
      return new PageToken(scope, 0);
    }
    try {
      String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
      int space = text.indexOf(' ');
      PageToken given = new PageToken(scope, Long.parseLong(text.substring(0, Math.max(space, 0))));
      if (given.text().equals(text)) {
        return given;
      }
    } catch (IllegalArgumentException e) {
      throw invalid();
    }
    throw invalid();
  }

  private static ServiceException invalid() {
    return ServiceException.refusal(
        "InvalidNextTokenException", "The specified next token is not valid.");
  }

  private String text() {
    // A hash binds the token to its scope and keeps it short.
    return after + " " + Integer.toHexString(scope.hashCode());
  }

  /** The token of the next page. */
  String next(long last) {
    byte[] bytes = new PageToken(scope, last).text().getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
