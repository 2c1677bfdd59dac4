package io.personalizeoperator.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.personalize.model.DatasetGroupSummary;
import software.amazon.awssdk.services.personalize.model.DatasetSchemaSummary;

/**
 * The base of tests of the running simulator: a simulator whose clock moves only when the test
 * moves it, and the real client.
 */
abstract class SimulatorTest {
  static final Instant START = Instant.parse("2026-11-24T10:00:00Z");
  static final String ROLE = "arn:aws:iam::123456789012:role/personalize";
  final HttpClient http = HttpClient.newHttpClient();
  Simulator simulator;
  PersonalizeClient personalize;

  /** The simulator's options. */
  SimulatorOptions options() {
    return SimulatorOptions.forTests().withClock(START, 0);
  }

  @BeforeEach
  void start() throws IOException {
    simulator = Simulator.start(options());
    personalize = client(Region.EU_WEST_1, RetryMode.LEGACY);
  }

  @AfterEach
  void stop() throws IOException {
    personalize.close();
    simulator.close();
  }

  PersonalizeClient client(Region region, RetryMode retries) {
    return PersonalizeClient.builder()
        .endpointOverride(simulator.endpoint())
        .region(region)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIATEST", "secret")))
        .httpClient(UrlConnectionHttpClient.create())
        .overrideConfiguration(ClientOverrideConfiguration.builder().retryStrategy(retries).build())
        .build();
  }

  /** A client without retries. */
  PersonalizeClient clientWithoutRetries() {
    return PersonalizeClient.builder()
        .endpointOverride(simulator.endpoint())
        .region(Region.EU_WEST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIATEST", "secret")))
        .httpClient(UrlConnectionHttpClient.create())
        .overrideConfiguration(
            options -> options.retryStrategy(strategy -> strategy.maxAttempts(1)))
        .build();
  }

  List<DatasetGroupSummary> groups() {
    return personalize.listDatasetGroups(request -> {}).datasetGroups();
  }

  static List<DatasetSchemaSummary> schemas(PersonalizeClient client) {
    return client.listSchemas(request -> {}).schemas();
  }

  void advance(String duration) {
    simulator.advance(Duration.parse(duration));
  }

  /** Sends a control request and returns the answer. */
  HttpResponse<String> control(String method, String path, String body)
      throws IOException, InterruptedException {
    URI uri = URI.create(simulator.endpoint() + "/_simulator/" + path);
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
