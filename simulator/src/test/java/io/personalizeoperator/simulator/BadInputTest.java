package io.personalizeoperator.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests that no well-behaved client sends: each gets AWS's error or a closed connection, and the
 * server goes on.
 */
class BadInputTest extends SimulatorTest {
  private static final String AUTHORIZATION =
      "Authorization: AWS4-HMAC-SHA256 Credential=AKID/20261124/eu-west-1/personalize/aws4_request,"
          + " SignedHeaders=host, Signature=0\r\n";

  private Socket connect() throws IOException {
    Socket socket = new Socket("127.0.0.1", simulator.endpoint().getPort());
    socket.setSoTimeout(10_000);
    return socket;
  }

  /** Sends the bytes and gives what comes back until the server closes. */
  private String exchange(byte[] request) throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(request);
      socket.getOutputStream().flush();
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private String call(String target, byte[] body) throws IOException {
    String head =
        "POST / HTTP/1.1\r\nHost: x\r\nX-Amz-Target: %s\r\n%sContent-Length: %d\r\nConnection: close\r\n\r\n"
            .formatted(target, AUTHORIZATION, body.length);
    byte[] headBytes = head.getBytes(StandardCharsets.UTF_8);
    byte[] request = new byte[headBytes.length + body.length];
    System.arraycopy(headBytes, 0, request, 0, headBytes.length);
    System.arraycopy(body, 0, request, headBytes.length, body.length);
    return exchange(request);
  }

  private String call(String target, String body) throws IOException {
    return call(target, body.getBytes(StandardCharsets.UTF_8));
  }

  private void stillServes() {
    assertThat(groups()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {                                         | SerializationException | not valid JSON
          {}x                                       | SerializationException | not valid JSON
          []                                        | SerializationException | START_ARRAY can not be converted to an object
          'null'                                    | SerializationException | can not be converted
          {"name":1}                                | SerializationException | NUMBER_VALUE can not be converted to a String
          {"name":{}}                               | SerializationException | START_OBJECT can not be converted to a String
          {"name":"a","tags":{}}                    | SerializationException | START_OBJECT can not be converted to a List
          {"name":"a","tags":["b"]}                 | SerializationException | STRING_VALUE can not be converted to an object
          {"name":null}                             | InvalidInputException  | Value null at 'name' failed to satisfy constraint: Member must not be null
          {"name":""}                               | InvalidInputException  | Member must have length greater than or equal to 1
          {"name":"a","tags":[{"tagKey":"k"}]}      | InvalidInputException  | Value null at 'tags.1.member.tagValue'
          {"name":"a","domain":"MUSIC"}             | InvalidInputException  | Member must satisfy enum value set: [ECOMMERCE, VIDEO_ON_DEMAND]
          {"name":"-"}                              | InvalidInputException  | 1 validation error detected: Value '-' at 'name' failed to satisfy constraint
          """)
  void wrongBodiesGetTheErrorThatAwsHasForThem(String body, String type, String message)
      throws IOException {
    String answer = call("AmazonPersonalize.CreateDatasetGroup", body);
    assertThat(answer)
        .startsWith("HTTP/1.1 400 ")
        .contains("\"__type\":\"" + type + "\"")
        .contains(message);
    stillServes();
  }

  @Test
  void unknownMembersAreIgnored() throws IOException {
    assertThat(call("AmazonPersonalize.ListSchemas", "{\"colour\":\"red\",\"maxResults\":null}"))
        .startsWith("HTTP/1.1 200 ");
    assertThat(call("AmazonPersonalize.ListSchemas", "")).startsWith("HTTP/1.1 200 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GARBAGE\r\n\r\n",
        "POST / HTTP/2.0\r\n\r\n",
        "POST http://x/ HTTP/1.1\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: x\r\nno colon\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: many\r\n\r\n",
        "POST / HTTP/1.1\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n"
      })
  void whatIsNoHttpIsRefused(String request) throws IOException {
    assertThat(exchange(request.getBytes(StandardCharsets.UTF_8)))
        .matches("(?s)HTTP/1.1 (400|426|501) .*");
    stillServes();
  }

  @ParameterizedTest
  @CsvSource({
    "AmazonPersonalize.CreateWorld, UnknownOperationException",
    "DynamoDB_20120810.ListTables, UnknownOperationException"
  })
  void otherTargetsAreUnknownOperations(String target, String type) throws IOException {
    assertThat(call(target, "{}")).startsWith("HTTP/1.1 400 ").contains(type);
  }

  @Test
  void unsignedRequestsAreRefused() throws IOException {
    String head =
        "POST / HTTP/1.1\r\nHost: x\r\nX-Amz-Target: AmazonPersonalize.ListSchemas\r\nConnection: close\r\n";
    assertThat(exchange((head + "\r\n").getBytes(StandardCharsets.UTF_8)))
        .startsWith("HTTP/1.1 403 ")
        .contains("MissingAuthenticationTokenException");
    assertThat(exchange((head + "Authorization: Basic x\r\n\r\n").getBytes(StandardCharsets.UTF_8)))
        .contains("IncompleteSignatureException");
    assertThat(
            exchange(
                "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.UTF_8)))
        .startsWith("HTTP/1.1 404 ");
  }

  @Test
  void aBodyOfTenMegabytesIsTooLarge() throws IOException {
    byte[] body = new byte[10 << 20];
    Arrays.fill(body, (byte) ' ');
    assertThat(call("AmazonPersonalize.ListSchemas", body)).startsWith("HTTP/1.1 413 ");
    stillServes();
  }

  @Test
  void deepNestingIsRefused() throws IOException {
    assertThat(call("AmazonPersonalize.ListSchemas", "[".repeat(100_000)))
        .contains("SerializationException");
    stillServes();
  }

  @Test
  void aBodyInChunksIsRead() throws IOException {
    String request =
        "POST / HTTP/1.1\r\nHost: x\r\nX-Amz-Target: AmazonPersonalize.ListSchemas\r\n"
            + AUTHORIZATION
            + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n1\r\n{\r\n1;x=y\r\n}\r\n0\r\n\r\n";
    assertThat(exchange(request.getBytes(StandardCharsets.UTF_8))).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void slowAndVanishingClientsDisturbNobody() throws IOException {
    List<Socket> slow = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      Socket socket = connect();
      socket
          .getOutputStream()
          .write(
              "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n{"
                  .getBytes(StandardCharsets.UTF_8));
      slow.add(socket);
    }
    stillServes();
    for (Socket socket : slow) {
      socket.setSoLinger(true, 0);
      socket.close();
    }
    stillServes();
  }

  @Test
  void oneConnectionTakesManyRequests() throws IOException {
    try (Socket socket = connect()) {
      InputStream in = socket.getInputStream();
      for (int i = 0; i < 3; i++) {
        socket
            .getOutputStream()
            .write(
                "GET /_simulator/health HTTP/1.1\r\nHost: x\r\n\r\n"
                    .getBytes(StandardCharsets.UTF_8));
        byte[] answer =
            in.readNBytes(
                ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 15\r\n\r\n{\"status\":\"UP\"}")
                    .length());
        assertThat(new String(answer, StandardCharsets.UTF_8)).endsWith("{\"status\":\"UP\"}");
      }
    }
  }
}
