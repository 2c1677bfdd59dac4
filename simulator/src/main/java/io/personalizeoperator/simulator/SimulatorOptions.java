package io.personalizeoperator.simulator;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;

/**
 * How a simulator starts.
 *
 * @param host the address to listen on
 * @param port 0 for any free port
 * @param account the account of access keys that AssumeRole has not handed out, 12 digits
 * @param speed simulated seconds to a real second; 0 stops the clock
 * @param start the clock's first moment
 * @param data the directory that stands for Amazon S3; null: imports are not really read
 * @param state the file that keeps everything; null: memory only
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
  /** The defaults, on a free port of the loopback address: what a test wants. */
  public static SimulatorOptions forTests() {
    InstantSource real = InstantSource.system();
    return new SimulatorOptions(
        "127.0.0.1", 0, "123456789012", 1, real.instant(), null, null, real);
  }

  /** The same with a clock that starts there and runs at that speed. */
  public SimulatorOptions withClock(Instant newStart, double newSpeed) {
    return new SimulatorOptions(host, port, account, newSpeed, newStart, data, state, real);
  }

  /** The same with files for imports. */
  public SimulatorOptions withData(Path directory) {
    return new SimulatorOptions(host, port, account, speed, start, directory, state, real);
  }

  /** The same with a file that keeps everything. */
  public SimulatorOptions withState(Path file) {
    return new SimulatorOptions(host, port, account, speed, start, data, file, real);
  }
}
