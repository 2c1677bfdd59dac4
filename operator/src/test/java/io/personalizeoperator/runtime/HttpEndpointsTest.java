package io.personalizeoperator.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpEndpointsTest {
  private final List<String> faults = new CopyOnWriteArrayList<>();
  private final PrometheusMeterRegistry meters =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final HealthChecks health = new HealthChecks();
  private final HttpEndpoints endpoints = new HttpEndpoints(0, meters, health);
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    http.close();
    endpoints.close();
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + endpoints.port() + path);
    return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void healthIsTheTruthOfTheMoment() throws Exception {
    health.add("part", () -> faults);
    assertThat(get("/healthz").statusCode()).isEqualTo(200);
    assertThat(get("/healthz").body()).isEqualTo("ok\n");

    faults.addAll(List.of("broken", "missing"));
    assertThat(get("/healthz").statusCode()).isEqualTo(503);
    assertThat(get("/healthz").body()).isEqualTo("part: broken\npart: missing\n");

    faults.clear();
    assertThat(get("/healthz").statusCode()).isEqualTo(200);
  }

  @Test
  void theKubeletHearsOfWhatARestartEndsOnly() throws Exception {
    health.add("part", () -> List.of("disconnected"));
    assertThat(get("/livez").statusCode()).isEqualTo(200);

    health.addThread("thread", () -> false);
    assertThat(get("/livez").statusCode()).isEqualTo(503);
    assertThat(get("/livez").body()).isEqualTo("thread: its thread has died\n");
  }

  @Test
  void anOperatorThatStartsIsHealthyButNotReady() throws Exception {
    assertThat(get("/healthz").statusCode()).isEqualTo(200);
    assertThat(get("/readyz").statusCode()).isEqualTo(503);

    endpoints.ready();
    assertThat(get("/readyz").statusCode()).isEqualTo(200);
  }

  @Test
  void metricsAreThoseOfTheRegistry() throws Exception {
    meters.counter("seen").increment();

    assertThat(get("/metrics").body()).contains("seen_total 1.0");
  }
}
