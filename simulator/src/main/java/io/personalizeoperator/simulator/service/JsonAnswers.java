package io.personalizeoperator.simulator.service;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.personalizeoperator.simulator.ServiceException;
import io.personalizeoperator.simulator.model.OutputWriter;
import io.personalizeoperator.simulator.model.Shape;
import io.personalizeoperator.simulator.wire.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Writes the answers of the JSON protocols. */
final class JsonAnswers {
  private static final JsonFactory JSON = new JsonFactory();
  private static final long REQUEST_ID_PREFIX = 0x5e1f_0000_0000_4000L;
  private final AtomicLong requests = new AtomicLong();

  HttpResponse success(Shape.Structure output, Map<String, Object> values, String contentType) {
    return answer(200, contentType, json -> OutputWriter.write(output, values, json));
  }

  HttpResponse error(ServiceException error, String contentType) {
    HttpResponse response =
        answer(
            error.httpStatus(),
            contentType,
            json -> {
              json.writeStartObject();
              json.writeStringField("__type", error.type());
              json.writeStringField("message", error.getMessage());
              json.writeEndObject();
            });
    // REST-JSON clients read the type from this header, AWS JSON clients from the body.
    return response.with("x-amzn-ErrorType", error.type());
  }

  private interface Body {
    void write(JsonGenerator json) throws IOException;
  }

  private HttpResponse answer(int status, String contentType, Body body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      body.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return HttpResponse.of(status, contentType, bytes.toByteArray())
        .with("x-amzn-RequestId", requestId());
  }

  /** A new request id. */
  String requestId() {
    return new UUID(REQUEST_ID_PREFIX, Long.MIN_VALUE | requests.incrementAndGet()).toString();
  }
}
