package io.personalizeoperator.simulator.wire;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One connection: it answers requests until the client closes it. */
final class HttpConnection {
  /**
   * The time in milliseconds that a connection may be idle. It is longer than that of clients, so
   * that clients close it first and no request meets a closed connection.
   */
  private static final int IDLE = 300_000;

  /** The time in milliseconds that a client may be silent inside a request. */
  private static final int SILENCE = 30_000;

  private final Socket socket;
  private final HttpHandler handler;

  HttpConnection(Socket socket, HttpHandler handler) {
    this.socket = socket;
    this.handler = handler;
  }

  void serve() throws IOException {
    socket.setTcpNoDelay(true);
    OutputStream out = socket.getOutputStream();
    RequestReader reader =
        new RequestReader(
            new BufferedInputStream(socket.getInputStream()),
            out,
            () -> socket.setSoTimeout(SILENCE));
    boolean goOn = true;
    while (goOn) {
      goOn = answerNext(reader, out);
    }
  }

  private boolean answerNext(RequestReader reader, OutputStream out) throws IOException {
    HttpRequest request;
    socket.setSoTimeout(IDLE);
    try {
      request = reader.next();
    } catch (MalformedRequestException e) {
      String json =
          "{\"__type\":\"" + type(e.status()) + "\",\"message\":\"" + e.getMessage() + "\"}";
      write(
          out,
          HttpResponse.of(
              e.status(), "application/x-amz-json-1.1", json.getBytes(StandardCharsets.UTF_8)),
          false);
      return false;
    }
    if (request == null) {
      return false;
    }
    HttpResponse response = answer(request);
    if (response == HttpResponse.NONE) {
      return false;
    }
    write(out, response, request.keepAlive());
    return request.keepAlive();
  }

  private HttpResponse answer(HttpRequest request) {
    try {
      return handler.handle(request);
    } catch (RuntimeException | StackOverflowError e) {
      // A bug of the simulator: report it and continue.
      e.printStackTrace();
      byte[] body =
          "{\"__type\":\"InternalFailure\",\"message\":\"The simulator has failed; see its output.\"}"
              .getBytes(StandardCharsets.UTF_8);
      return HttpResponse.of(500, "application/x-amz-json-1.1", body);
    }
  }

  private static String type(int status) {
    return status == 413 ? "RequestEntityTooLargeException" : "SerializationException";
  }

  private static void write(OutputStream out, HttpResponse response, boolean keepAlive)
      throws IOException {
    StringBuilder head = new StringBuilder(256);
    head.append("HTTP/1.1 ")
        .append(response.status())
        .append(' ')
        .append(reason(response.status()))
        .append("\r\n");
    for (Map.Entry<String, String> header : response.headers().entrySet()) {
      head.append(header.getKey()).append(": ").append(header.getValue()).append("\r\n");
    }
    head.append("Content-Length: ").append(response.body().length).append("\r\n");
    head.append("Connection: ").append(keepAlive ? "keep-alive" : "close").append("\r\n\r\n");
    // One write, so that the answer is sent in one piece.
    ByteArrayOutputStream whole = new ByteArrayOutputStream(head.length() + response.body().length);
    whole.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    whole.writeBytes(response.body());
    whole.writeTo(out);
    out.flush();
  }

  private static String reason(int status) {
    return switch (status) {
      case 200 -> "OK";
      case 400 -> "Bad Request";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 413 -> "Content Too Large";
      case 431 -> "Request Header Fields Too Large";
      case 500 -> "Internal Server Error";
      default -> "Status";
    };
  }
}
