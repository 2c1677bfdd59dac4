package io.personalizeoperator.simulator.wire;

import java.util.LinkedHashMap;
import java.util.Map;

/** An HTTP answer, or none: then the connection is closed without a byte. */
public record HttpResponse(int status, Map<String, String> headers, byte[] body) {
  /** No answer. */
  public static final HttpResponse NONE = new HttpResponse(0, Map.of(), new byte[0]);

  private static final byte[] EMPTY = new byte[0];

  /** An answer with a body of that content type. */
  public static HttpResponse of(int status, String contentType, byte[] body) {
    return new HttpResponse(status, Map.of("Content-Type", contentType), body);
  }

  /** An answer without a body. */
  public static HttpResponse empty(int status) {
    return new HttpResponse(status, Map.of(), EMPTY);
  }

  /** The same with one header more. */
  public HttpResponse with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new HttpResponse(status, more, body);
  }
}
