package io.personalizeoperator.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.personalizeoperator.simulator.wire.HttpRequest;
import io.personalizeoperator.simulator.wire.HttpResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Calls a simulator in the same JVM without a socket, for tests of many thousand calls. */
final class DirectClient {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final String AUTHORIZATION =
      "AWS4-HMAC-SHA256 Credential=AKID/20261124/eu-west-1/personalize/aws4_request, SignedHeaders=host, Signature=0";
  private final Simulator simulator;

  DirectClient(Simulator simulator) {
    this.simulator = simulator;
  }

  /** The answer's status and body. */
  record Answer(int status, String body) {
    boolean accepted() {
      return status == 200;
    }

    JsonNode json() {
      return parse(body);
    }

    String error() {
      return json().path("__type").asText();
    }
  }

  static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Answer call(String operation, Map<String, ?> input) {
    try {
      HttpRequest request =
          new HttpRequest(
              "POST",
              "/",
              "",
              Map.of(
                  "x-amz-target", "AmazonPersonalize." + operation, "authorization", AUTHORIZATION),
              JSON.writeValueAsBytes(input));
      HttpResponse response = simulator.handle(request);
      return new Answer(response.status(), new String(response.body(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
