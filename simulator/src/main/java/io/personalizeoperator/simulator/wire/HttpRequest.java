package io.personalizeoperator.simulator.wire;

import java.util.Map;

/**
 * One HTTP request, read completely.
 *
 * @param path the path of the request target, as sent
 * @param query the part after the question mark, as sent; empty when there is none
 * @param headers by lower-case name; the values of repeated headers are joined with commas
 */
public record HttpRequest(
    String method, String path, String query, Map<String, String> headers, byte[] body) {
  /** The value of a header, or an empty text. */
  public String header(String name) {
    return headers.getOrDefault(name, "");
  }
}
