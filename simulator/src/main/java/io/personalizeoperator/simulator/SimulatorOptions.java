package io.personalizeoperator.simulator;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The options of a simulator.
 *
 * @param host the address to listen on
 * @param port the port to listen on; 0 picks a free port
 * @param account the account, 12 digits, of access keys that AssumeRole did not issue
 * @param speed simulated seconds per real second; 0 stops the clock
 * @param start the time at which the clock starts
 * @param data the directory that stands for Amazon S3; null: imports read no files
 * @param state the file that saves the state; null: memory only
 * @param real the real clock
 */
public record SimulatorOptions(
    String host,
    int port,
    String account,
    double speed,
    Instant start,
    Path data,
    Path state,
    InstantSource real) {
  /** The defaults for tests: a free port of the loopback address. */
  public static SimulatorOptions forTests() {
    InstantSource real = InstantSource.system();
    return new SimulatorOptions(
        "127.0.0.1", 0, "123456789012", 1, real.instant(), null, null, real);
  }

  /** These options with a clock that starts at that time and runs at that speed. */
  public SimulatorOptions withClock(Instant newStart, double newSpeed) {
    return new SimulatorOptions(host, port, account, newSpeed, newStart, data, state, real);
  }

  /** These options with a directory of files for imports. */
  public SimulatorOptions withData(Path directory) {
    return new SimulatorOptions(host, port, account, speed, start, directory, state, real);
  }

  /** These options with a file that saves the state. */
  public SimulatorOptions withState(Path file) {
    return new SimulatorOptions(host, port, account, speed, start, data, file, real);
  }
}
