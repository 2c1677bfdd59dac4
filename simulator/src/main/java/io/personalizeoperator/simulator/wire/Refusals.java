package io.personalizeoperator.simulator.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** The answers to requests that are not HTTP or too large, in AWS's form. */
final class Refusals extends ErrorHandler {
  private static final ObjectMapper JSON = new ObjectMapper();
  static final String CONTENT_TYPE = "application/x-amz-json-1.1";

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int status,
      String message,
      Throwable cause,
      Callback callback) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, CONTENT_TYPE);
    response.getHeaders().put(HttpHeader.CONNECTION, "close");
    response.write(true, ByteBuffer.wrap(json(status, message)), callback);
  }

  private static byte[] json(int status, String message) {
    String type = status == 413 ? "RequestEntityTooLargeException" : "SerializationException";
    try {
      return JSON.writeValueAsBytes(Map.of("__type", type, "message", String.valueOf(message)));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
