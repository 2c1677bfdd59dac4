package io.personalizeoperator.runtime;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;

/**
 * Serves /metrics, /readyz, /healthz (every fault, for people and alerts) and /livez (the faults
 * that a restart ends, for the kubelet: an outage of the API server is none of them).
 */
final class HttpEndpoints implements AutoCloseable {
  private final HttpServer server;
  private volatile boolean ready;

  /**
   * Starts serving.
   *
   * @param port the port; 0 takes a free one
   * @param meters what /metrics shows
   * @param health what /healthz and /livez report
   * @throws UncheckedIOException when the port is taken
   */
  HttpEndpoints(int port, PrometheusMeterRegistry meters, HealthChecks health) {
    try {
      server = HttpServer.create(new InetSocketAddress(port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("Port " + port + " is not available: set another --port", e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/metrics", exchange -> answer(exchange, 200, meters.scrape()));
    server.createContext("/healthz", exchange -> answerHealth(exchange, health.faults()));
    server.createContext("/livez", exchange -> answerHealth(exchange, health.vitalFaults()));
    server.createContext(
        "/readyz", exchange -> answer(exchange, ready ? 200 : 503, ready ? "ok\n" : "starting\n"));
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  void ready() {
    ready = true;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static void answerHealth(HttpExchange exchange, List<String> faults) throws IOException {
    boolean healthy = faults.isEmpty();
    answer(exchange, healthy ? 200 : 503, healthy ? "ok\n" : String.join("\n", faults) + "\n");
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    try (exchange) {
      byte[] body = text.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
