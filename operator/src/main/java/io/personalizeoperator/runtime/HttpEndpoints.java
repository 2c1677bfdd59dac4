package io.personalizeoperator.runtime;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/** Serves /metrics, /healthz and /readyz. */
final class HttpEndpoints implements AutoCloseable {
  private final HttpServer server;
  private volatile boolean ready;

  /**
   * Starts serving.
   *
   * @param port the port; 0 takes a free one
   * @param meters what /metrics shows
   * @throws UncheckedIOException when the port is taken
   */
  HttpEndpoints(int port, PrometheusMeterRegistry meters) {
    try {
      server = HttpServer.create(new InetSocketAddress(port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Port " + port + " cannot be served; choose another --port", e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/metrics", exchange -> answer(exchange, 200, meters.scrape()));
    server.createContext("/healthz", exchange -> answer(exchange, 200, "ok\n"));
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

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    try (exchange) {
      byte[] body = text.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
