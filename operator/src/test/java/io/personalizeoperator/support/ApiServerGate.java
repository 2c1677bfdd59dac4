package io.personalizeoperator.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** A port in front of the real API server that a test opens and closes, as an outage does. */
public final class ApiServerGate implements AutoCloseable {
  private final URI server;
  private final int port;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private ServerSocket listener;
  private Thread acceptor;

  ApiServerGate(URI server) {
    this.server = server;
    port = freePort();
  }

  /** Below those that the system gives to clients: while it is shut nobody takes it. */
  private static int freePort() {
    while (true) {
      int candidate = ThreadLocalRandom.current().nextInt(20_000, 30_000);
      try (ServerSocket free = new ServerSocket(candidate, 50, InetAddress.getLoopbackAddress())) {
        return free.getLocalPort();
      } catch (IOException taken) {
        // Another one.
      }
    }
  }

  /** The port, closed at first. */
  public int port() {
    return port;
  }

  /** The API server answers. */
  public synchronized void open() throws IOException {
    listener = new ServerSocket();
    listener.setReuseAddress(true);
    listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    ServerSocket accepting = listener;
    acceptor = Thread.ofVirtual().start(() -> accept(accepting));
  }

  /** The API server is gone: its connections break, and no other is accepted. */
  public synchronized void shut() throws IOException {
    if (listener != null) {
      listener.close();
      listener = null;
      awaitEnd(acceptor);
    }
    for (Socket socket : open) {
      socket.close();
    }
  }

  /** The port is free only when the thread that accepts has noticed that its socket is closed. */
  private static void awaitEnd(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void accept(ServerSocket accepting) {
    try {
      while (true) {
        Socket client = accepting.accept();
        Socket behind = new Socket(server.getHost(), server.getPort());
        pump(client, behind);
        pump(behind, client);
      }
    } catch (IOException e) {
      // Shut.
    }
  }

  private void pump(Socket from, Socket to) {
    open.add(from);
    Thread.ofVirtual()
        .start(
            () -> {
              try (from;
                  to) {
                from.getInputStream().transferTo(to.getOutputStream());
              } catch (IOException e) {
                // One side has closed: so does the other.
              } finally {
                open.remove(from);
              }
            });
  }

  @Override
  public void close() throws IOException {
    shut();
  }
}
