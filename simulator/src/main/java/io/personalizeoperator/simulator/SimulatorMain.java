package io.personalizeoperator.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the simulator from the command line until the process ends. */
@Command(
    name = "personalize-simulator",
    mixinStandardHelpOptions = true,
    description =
        "Simulates Amazon Personalize on a loopback port. Its clock can run fast, stop and jump.")
public final class SimulatorMain implements Callable<Integer> {
  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      description = "Address to listen on (default: ${DEFAULT-VALUE}).")
  private String host;

  @Option(
      names = "--port",
      defaultValue = "8580",
      description = "Port to listen on; 0 picks a free port (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--account",
      defaultValue = "123456789012",
      description =
          "AWS account of access keys that the simulator did not issue (default: ${DEFAULT-VALUE}).")
  private String account;

  @Option(
      names = "--speed",
      defaultValue = "1",
      description =
          "Simulated seconds per real second; 0 stops the clock (default: ${DEFAULT-VALUE}).")
  private double speed;

  @Option(
      names = "--start",
      paramLabel = "INSTANT",
      description = "Time at which the clock starts, such as 2026-11-24T10:00:00Z (default: now).")
  private String start;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Directory that stands for Amazon S3: s3://bucket/key is DIR/bucket/key (default: none is read).")
  private Path data;

  @Option(
      names = "--state",
      paramLabel = "FILE",
      description = "File to load at the start and to save on every change (default: memory only).")
  private Path state;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** Runs the command line. */
  public static void main(String[] arguments) {
    // Jetty logs by SLF4J. There is no provider, and SLF4J should not say so.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    System.exit(new CommandLine(new SimulatorMain()).execute(arguments));
  }

  @Override
  public Integer call() throws InterruptedException {
    InstantSource real = InstantSource.system();
    SimulatorOptions options =
        new SimulatorOptions(
            host, port, checkedAccount(), checkedSpeed(), first(real), checkedData(), state, real);
    try (Simulator simulator = Simulator.start(options)) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(simulator)));
      System.out.println("personalize-simulator listening on " + simulator.endpoint());
      // The shutdown hook ends the process.
      new CountDownLatch(1).await();
      return 0;
    } catch (IOException e) {
      System.err.println("Cannot listen on " + host + ":" + port + ": " + e.getMessage());
      return 1;
    }
  }

  private static void close(Simulator simulator) {
    try {
      simulator.close();
    } catch (IOException e) {
      System.err.println("Error while shutting down: " + e.getMessage());
    }
  }

  private String checkedAccount() {
    if (!account.matches("\\d{12}")) {
      throw wrong("--account must have 12 digits.");
    }
    return account;
  }

  private double checkedSpeed() {
    if (!(speed >= 0 && speed <= 1e9)) {
      throw wrong("--speed must be from 0 to 1000000000.");
    }
    return speed;
  }

  private Instant first(InstantSource real) {
    try {
      return start == null ? real.instant() : Instant.parse(start);
    } catch (DateTimeParseException e) {
      throw wrong("--start must be an instant such as 2026-11-24T10:00:00Z.");
    }
  }

  private Path checkedData() {
    if (data != null && !Files.isDirectory(data)) {
      throw wrong("--data must be a directory: " + data);
    }
    return data;
  }

  private CommandLine.ParameterException wrong(String message) {
    return new CommandLine.ParameterException(spec.commandLine(), message);
  }
}
