package io.personalizeoperator.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.personalize.model.PersonalizeException;

/** The simulator as a process, as users start it. */
class ProcessTest {
  private final List<Process> processes = new ArrayList<>();
  @TempDir Path directory;

  @AfterEach
  void endAll() {
    processes.forEach(Process::destroyForcibly);
  }

  private Process simulator(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SimulatorMain.class.getName()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    processes.add(process);
    return process;
  }

  private static URI endpoint(Process process) throws IOException {
    BufferedReader reader = process.inputReader();
    String line = reader.readLine();
    assertThat(line).matches("personalize-simulator listening on http://127\\.0\\.0\\.1:\\d+");
    return URI.create(line.substring(line.lastIndexOf(' ') + 1));
  }

  private static PersonalizeClient client(URI endpoint) {
    return PersonalizeClient.builder()
        .endpointOverride(endpoint)
        .region(Region.EU_WEST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIATEST", "secret")))
        .httpClient(UrlConnectionHttpClient.create())
        .overrideConfiguration(
            options -> options.retryStrategy(strategy -> strategy.maxAttempts(1)))
        .build();
  }

  @Test
  void itSaysWhereItListensOnceItIsReadyAndStopsWhenTold() throws Exception {
    Process process =
        simulator(
            "--port",
            "0",
            "--speed",
            "0",
            "--start",
            "2026-11-24T10:00:00Z",
            "--account",
            "111122223333");
    URI endpoint = endpoint(process);
    HttpRequest clock = HttpRequest.newBuilder(endpoint.resolve("/_simulator/clock")).build();
    assertThat(HttpClient.newHttpClient().send(clock, HttpResponse.BodyHandlers.ofString()).body())
        .isEqualTo("{\"now\":\"2026-11-24T10:00:00Z\",\"speed\":0.0}");
    try (PersonalizeClient client = client(endpoint)) {
      assertThat(client.createDatasetGroup(request -> request.name("movies")).datasetGroupArn())
          .contains(":111122223333:");
    }
    process.destroy();
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as("128 + SIGTERM, as the JVM has it").isEqualTo(143);
  }

  @Test
  void wrongOptionsAreRefusedInWords() throws Exception {
    Process process = simulator("--account", "12");
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isEqualTo(2);
    assertThat(output).contains("--account must have 12 digits");
  }

  @Test
  void whatWasAnsweredIsThereAfterKillNine() throws Exception {
    Path state = directory.resolve("state");
    Process process = simulator("--port", "0", "--state", state.toString());
    List<String> answered = Collections.synchronizedList(new ArrayList<>());
    URI endpoint = endpoint(process);
    Thread writer =
        Thread.ofVirtual()
            .start(
                () -> {
                  try (PersonalizeClient client = client(endpoint)) {
                    for (int i = 0; ; i++) {
                      String name = "schema-" + i;
                      client.createSchema(
                          request -> request.name(name).schema(Pipeline.INTERACTIONS));
                      answered.add(name);
                    }
                  } catch (PersonalizeException
                      | software.amazon.awssdk.core.exception.SdkClientException e) {
                    // The process was killed, as intended.
                  }
                });
    while (answered.size() < 20) {
      assertThat(process.isAlive()).isTrue();
      Thread.onSpinWait();
    }
    process.destroyForcibly().waitFor();
    writer.join();
    assertThat(Files.size(state)).isPositive();
    try (PersonalizeClient client =
        client(endpoint(simulator("--port", "0", "--state", state.toString())))) {
      List<String> there =
          client.listSchemasPaginator(request -> {}).schemas().stream()
              .map(schema -> schema.name())
              .toList();
      assertThat(there).containsAll(answered);
      assertThat(there.size()).isBetween(answered.size(), answered.size() + 1);
    }
  }
}
