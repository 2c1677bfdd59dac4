package io.personalizeoperator.simulator.wire;

import java.util.LinkedHashMap;
import java.util.Map;

/** An HTTP answer, or {@link #NONE}, which closes the connection without a byte. */
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

  /** This answer with one more header. */
  public HttpResponse with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new HttpResponse(status, more, body);
  }
}
