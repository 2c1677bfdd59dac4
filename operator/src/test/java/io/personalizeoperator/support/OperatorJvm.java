package io.personalizeoperator.support;

import io.personalizeoperator.OperatorMain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** The operator in a JVM of its own: what a container runs. */
public final class OperatorJvm implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Pattern PORT = Pattern.compile("metrics and health on port (\\d+)");

  private final Process process;
  private final Path log;

  private OperatorJvm(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  static OperatorJvm start(Path kubeconfig, List<String> arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dlogback.configurationFile=logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                OperatorMain.class.getName()));
    command.addAll(arguments);
    try {
      Path log = Files.createTempFile(kubeconfig.getParent(), "operator", ".log");
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
      builder.environment().put("KUBECONFIG", kubeconfig.toString());
      builder.environment().put("AWS_ACCESS_KEY_ID", "AKIATEST");
      builder.environment().put("AWS_SECRET_ACCESS_KEY", "secret");
      return new OperatorJvm(builder.start(), log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until the log says this. */
  public void awaitLog(String text) {
    Awaitility.await("the operator logs: " + text)
        .atMost(PATIENCE)
        .until(
            () -> {
              if (!process.isAlive()) {
                throw new IllegalStateException("The operator has ended: " + log());
              }
              return log().contains(text);
            });
  }

  /** What it has logged. */
  public String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What its /healthz answers; it has logged its port. */
  public HttpResponse<String> health() throws IOException, InterruptedException {
    return get("/healthz");
  }

  /** What its HTTP endpoint answers; it has logged its port. */
  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    String port = PORT.matcher(log()).results().findFirst().orElseThrow().group(1);
    URI uri = URI.create("http://127.0.0.1:" + port + path);
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  /** Tells it to stop, as Kubernetes does. */
  public void terminate() {
    process.destroy();
  }

  /** Ends it as a machine does that fails. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /**
   * Waits for its end.
   *
   * @return the exit status
   */
  public int awaitEnd() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("The operator does not end: " + log());
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
