package io.personalizeoperator.simulator.wire;

import java.io.IOException;
import java.util.function.BiPredicate;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The simulator's HTTP/1.1 server: Jetty, whose one platform thread accepts and reads, and a
 * virtual thread for each request.
 */
public final class HttpListener implements AutoCloseable {
  private static final int BACKLOG = 1024;

  /**
   * The time in milliseconds that a connection may be idle. It is longer than that of clients, so
   * that clients close it first and no request meets a closed connection.
   */
  private static final int IDLE = 300_000;

  /** The maximum size of a request's line and headers in bytes. */
  private static final int MOST_HEAD = 64 * 1024;

  /** Jetty's platform threads: one selects, the others stand in for it while it is at work. */
  private static final int PLATFORM_THREADS = 4;

  private final Server server;
  private final ServerConnector connector;

  private HttpListener(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
  }

  /**
   * Starts to listen.
   *
   * @param port the port; 0 picks a free port
   * @param atOnce whether the handler answers a request of that method and path at once, without
   *     waiting for a lock: then no other work can delay it, not even virtual threads that keep all
   *     processors busy
   * @throws IOException when the address is not available
   */
  public static HttpListener start(
      String host, int port, HttpHandler handler, BiPredicate<String, String> atOnce)
      throws IOException {
    QueuedThreadPool threads = new QueuedThreadPool(PLATFORM_THREADS, 1);
    threads.setName("simulator");
    threads.setReservedThreads(0);
    Server server = new Server(threads);
    ServerConnector connector =
        new ServerConnector(server, 0, 1, new HttpConnectionFactory(configuration()));
    connector.setHost(host);
    connector.setPort(port);
    connector.setAcceptQueueSize(BACKLOG);
    connector.setIdleTimeout(IDLE);
    server.addConnector(connector);
    server.setHandler(new RequestDispatcher(handler, atOnce));
    server.setErrorHandler(new Refusals());
    server.setStopTimeout(0);
    HttpListener listener = new HttpListener(server, connector);
    try {
      server.start();
    } catch (Exception e) {
      listener.close();
      throw asIo(e);
    }
    return listener;
  }

  private static HttpConfiguration configuration() {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    configuration.setSendDateHeader(false);
    configuration.setRequestHeaderSize(MOST_HEAD);
    return configuration;
  }

  private static IOException asIo(Exception e) {
    return e instanceof IOException io ? io : new IOException(e);
  }

  /** The port on which it listens. */
  public int port() {
    return connector.getLocalPort();
  }

  /** Stops listening and closes all connections. */
  @Override
  public void close() throws IOException {
    try {
      server.stop();
    } catch (Exception e) {
      throw asIo(e);
    }
  }
}
