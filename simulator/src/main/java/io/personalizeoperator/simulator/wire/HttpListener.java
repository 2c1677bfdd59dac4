package io.personalizeoperator.simulator.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A small HTTP/1.1 server: a virtual thread for each connection, nothing shared between them. It is
 * the simulator's own so that it can close a connection without an answer, and so that slow and
 * broken clients cost nobody but themselves anything.
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
   * Listens from now on.
   *
   * @param port 0 for any free port
   * @throws IOException when the address cannot be had
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

  /** The port it listens on. */
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
        // Closing the socket is how the loop ends; anything else, such as a lack of file
        // descriptors, passes.
        Thread.onSpinWait();
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      new HttpConnection(connection, handler).serve();
    } catch (IOException e) {
      // The client has gone; there is nobody to tell.
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
