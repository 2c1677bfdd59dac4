package io.personalizeoperator.simulator.wire;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** Reads requests of Jetty completely. */
final class RequestBody {
  /**
   * The maximum size of a body in bytes, larger than any valid request: the longest is a schema of
   * 20,000 characters.
   */
  private static final int MOST_BODY = 1 << 20;

  static final String TOO_LARGE = "The request is larger than " + MOST_BODY + " bytes.";

  /**
   * The number of bytes to skip of a body that is too large, so that the client can read the
   * answer.
   */
  private static final long MOST_DRAIN = 64L << 20;

  private RequestBody() {}

  /** The body of the request, or null when it is too large. Waits for the client. */
  static byte[] read(Request request) throws IOException {
    InputStream in = Content.Source.asInputStream(request);
    byte[] body = in.readNBytes(MOST_BODY + 1);
    if (body.length <= MOST_BODY) {
      return body;
    }
    byte[] rest = new byte[1 << 16];
    long skipped = 0;
    for (int n = 0; n >= 0 && skipped < MOST_DRAIN; n = in.read(rest)) {
      skipped += n;
    }
    return null;
  }

  /** The request with its body. */
  static HttpRequest with(Request request, byte[] body) {
    Map<String, String> headers = new HashMap<>();
    for (HttpField field : request.getHeaders()) {
      String value = field.getValue() == null ? "" : field.getValue();
      headers.merge(
          field.getName().toLowerCase(Locale.ROOT), value, (first, second) -> first + "," + second);
    }
    String query = request.getHttpURI().getQuery();
    return new HttpRequest(
        request.getMethod(),
        request.getHttpURI().getPath(),
        query == null ? "" : query,
        headers,
        body);
  }
}
