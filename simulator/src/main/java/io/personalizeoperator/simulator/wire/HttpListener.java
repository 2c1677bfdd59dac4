package io.personalizeoperator.simulator.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A small HTTP/1.1 server with a virtual thread for each connection. The simulator has its own
 * server because it must be able to close a connection without an answer, and because slow or
 * broken clients must not affect others.
 */
public final class HttpListener implements AutoCloseable {
  private static final int BACKLOG = 1024;
  private final ServerSocket socket;
  private final HttpHandler handler;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  private HttpListener(ServerSocket socket, HttpHandler handler) {
    this.socket = socket;
    this.handler = handler;
  }

  /**
   * Starts to listen.
   *
   * @param port the port; 0 picks a free port
   * @throws IOException when the address is not available
   */
  public static HttpListener start(String host, int port, HttpHandler handler) throws IOException {
    ServerSocket socket = new ServerSocket();
    try {
      socket.bind(new InetSocketAddress(InetAddress.getByName(host), port), BACKLOG);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
    HttpListener listener = new HttpListener(socket, handler);
    Thread.ofPlatform().name("simulator-accept").daemon(false).start(listener::accept);
    return listener;
  }

  /** The port on which it listens. */
  public int port() {
    return socket.getLocalPort();
  }

  private void accept() {
    while (!closed) {
      try {
        Socket connection = socket.accept();
        open.add(connection);
        Thread.ofVirtual().name("simulator-connection").start(() -> serve(connection));
      } catch (IOException e) {
        // The loop ends when the socket is closed. Other errors, such as a lack of file
        // descriptors, are temporary.
        Thread.onSpinWait();
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      new HttpConnection(connection, handler).serve();
    } catch (IOException e) {
      // The client has closed the connection.
      Thread.onSpinWait();
    } finally {
      open.remove(connection);
    }
  }

  /** Stops listening and closes all connections. */
  @Override
  public void close() throws IOException {
    closed = true;
    socket.close();
    for (Socket connection : open) {
      connection.close();
    }
  }
}
