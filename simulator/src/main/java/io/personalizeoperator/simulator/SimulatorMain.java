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

/** Starts the simulator from the command line; runs until it is told to stop. */
@Command(
    name = "personalize-simulator",
    mixinStandardHelpOptions = true,
    description = "Answers Amazon Personalize on a loopback port, on a clock that can be scaled.")
public final class SimulatorMain implements Callable<Integer> {
  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      description = "Address to listen on (${DEFAULT-VALUE}).")
  private String host;

  @Option(
      names = "--port",
      defaultValue = "8580",
      description = "Port, 0 for any free one (${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--account",
      defaultValue = "123456789012",
      description = "Account of access keys that AssumeRole has not handed out (${DEFAULT-VALUE}).")
  private String account;

  @Option(
      names = "--speed",
      defaultValue = "1",
      description = "Simulated seconds to a real second; 0 stops the clock (${DEFAULT-VALUE}).")
  private double speed;

  @Option(
      names = "--start",
      paramLabel = "INSTANT",
      description = "First moment of the clock (now).")
  private String start;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Files that stand for S3: s3://bucket/key is DIR/bucket/key.")
  private Path data;

  @Option(
      names = "--state",
      paramLabel = "FILE",
      description = "Load at start, save on every change (memory only).")
  private Path state;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** Starts it. */
  public static void main(String[] arguments) {
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
      // The shutdown hook ends the process; until then there is nothing to do here.
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
      System.err.println("Did not stop cleanly: " + e.getMessage());
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
