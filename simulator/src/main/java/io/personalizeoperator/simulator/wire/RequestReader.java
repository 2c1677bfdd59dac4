package io.personalizeoperator.simulator.wire;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Reads HTTP/1.1 requests from a connection (RFC 9112): a request line, headers, and a body of
 * known length or in chunks.
 */
final class RequestReader {
  /**
   * The maximum size of a body, larger than any valid request: the longest is a schema of 20,000
   * characters.
   */
  static final int MOST_BODY = 1 << 20;

  private static final int MOST_HEAD = 64 * 1024;

  /**
   * The number of bytes to skip of a body that is too large, so that the client can read the
   * answer.
   */
  private static final int MOST_DRAIN = 64 << 20;

  private final InputStream in;
  private final OutputStream out;
  private final Begun begun;
  private int headLeft;

  /**
   * Creates a reader of a connection.
   *
   * @param begun called when the first byte of a request arrives
   */
  RequestReader(InputStream in, OutputStream out, Begun begun) {
    this.in = in;
    this.out = out;
    this.begun = begun;
  }

  /** Called when a request begins. */
  @FunctionalInterface
  interface Begun {
    void begin() throws IOException;
  }

  /** The next request, or null when the client has closed the connection between requests. */
  HttpRequest next() throws IOException, MalformedRequestException {
    headLeft = MOST_HEAD;
    String start = line(true);
    while (start != null && start.isEmpty()) {
      start = line(true);
    }
    if (start == null) {
      return null;
    }
    begun.begin();
    String[] words = start.split(" ", -1);
    if (words.length != 3 || !words[2].startsWith("HTTP/1.") || !words[1].startsWith("/")) {
      throw new MalformedRequestException(400, "The request line is not valid.");
    }
    Map<String, String> headers = headers();
    byte[] body = body(headers);
    int question = words[1].indexOf('?');
    String connection = headers.getOrDefault("connection", "").toLowerCase(Locale.ROOT);
    boolean keepAlive =
        words[2].equals("HTTP/1.1")
            ? !connection.contains("close")
            : connection.contains("keep-alive");
    return new HttpRequest(
        words[0],
        question < 0 ? words[1] : words[1].substring(0, question),
        question < 0 ? "" : words[1].substring(question + 1),
        headers,
        body,
        keepAlive);
  }

  private Map<String, String> headers() throws IOException, MalformedRequestException {
    Map<String, String> headers = new HashMap<>();
    for (String line = line(false); !line.isEmpty(); line = line(false)) {
      int colon = line.indexOf(':');
      if (colon <= 0) {
        throw new MalformedRequestException(400, "A header is not valid.");
      }
      String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
      headers.merge(
          name, line.substring(colon + 1).strip(), (first, second) -> first + "," + second);
    }
    return headers;
  }

  private byte[] body(Map<String, String> headers) throws IOException, MalformedRequestException {
    if (headers.getOrDefault("expect", "").equalsIgnoreCase("100-continue")) {
      out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      out.flush();
    }
    if (headers.containsKey("transfer-encoding")) {
      if (!headers.get("transfer-encoding").equalsIgnoreCase("chunked")) {
        throw new MalformedRequestException(501, "The transfer encoding is not supported.");
      }
      return chunks();
    }
    long length = length(headers.getOrDefault("content-length", "0"), 10);
    if (length > MOST_BODY) {
      drain(length);
      throw tooLarge();
    }
    return exactly((int) length);
  }

  private static long length(String text, int radix) throws MalformedRequestException {
    try {
      long length = Long.parseLong(text, radix);
      if (length >= 0 && text.charAt(0) != '+') {
        return length;
      }
    } catch (NumberFormatException e) {
      throw new MalformedRequestException(400, "A length is not valid.");
    }
    throw new MalformedRequestException(400, "A length is not valid.");
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return bytes;
  }

  private byte[] chunks() throws IOException, MalformedRequestException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    long drained = 0;
    while (true) {
      String line = line(false);
      int semicolon = line.indexOf(';');
      long length = length((semicolon < 0 ? line : line.substring(0, semicolon)).strip(), 16);
      if (length == 0) {
        while (!line(false).isEmpty()) {
          // Trailers are ignored.
        }
        if (drained > 0) {
          throw tooLarge();
        }
        return body.toByteArray();
      }
      if (drained > 0 || body.size() + length > MOST_BODY) {
        drained += length;
        drain(Math.min(length, MOST_DRAIN));
        if (drained > MOST_DRAIN) {
          throw tooLarge();
        }
      } else {
        body.write(exactly((int) length));
      }
      headLeft = MOST_HEAD;
      if (!line(false).isEmpty()) {
        throw new MalformedRequestException(400, "A chunk is not valid.");
      }
    }
  }

  private static MalformedRequestException tooLarge() {
    return new MalformedRequestException(
        413, "The request is larger than " + MOST_BODY + " bytes.");
  }

  private void drain(long length) throws IOException {
    in.skipNBytes(Math.min(length, MOST_DRAIN));
  }

  private String line(boolean first) throws IOException, MalformedRequestException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(128);
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        if (first && line.size() == 0) {
          return null;
        }
        throw new EOFException();
      }
      if (--headLeft < 0) {
        throw new MalformedRequestException(
            431, "The request's head is larger than " + MOST_HEAD + " bytes.");
      }
      line.write(next);
    }
    String text = line.toString(StandardCharsets.UTF_8);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }
}
