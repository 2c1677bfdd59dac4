package io.personalizeoperator.runtime;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The health of the operator: each part registers a check of its own. */
final class HealthChecks {
  private record Check(String part, boolean vital, Supplier<List<String>> faults) {
    Stream<String> run() {
      try {
        return faults.get().stream().map(fault -> part + ": " + fault);
      } catch (RuntimeException e) {
        return Stream.of(part + ": the check failed: " + e);
      }
    }
  }

  private final List<Check> checks = new CopyOnWriteArrayList<>();

  /**
   * Registers a part that runs on a thread.
   *
   * @param part its name
   * @param alive whether the thread is alive
   */
  void addThread(String part, BooleanSupplier alive) {
    addVital(part, () -> alive.getAsBoolean() ? List.of() : List.of("its thread has died"));
  }

  /**
   * Registers a part whose faults end only with the process.
   *
   * @param part its name
   * @param faults its faults at this moment, one line each; quick, for a probe waits for it
   */
  void addVital(String part, Supplier<List<String>> faults) {
    checks.add(new Check(part, true, faults));
  }

  /**
   * Registers a part whose faults come and go, such as those of what it depends on.
   *
   * @param part its name
   * @param faults its faults at this moment, one line each; quick, for a probe waits for it
   */
  void add(String part, Supplier<List<String>> faults) {
    checks.add(new Check(part, false, faults));
  }

  /** The faults of all parts, one line each; none while all is well. */
  List<String> faults() {
    return checks.stream().flatMap(Check::run).toList();
  }

  /** The faults that only a new process ends. */
  List<String> vitalFaults() {
    return checks.stream().filter(Check::vital).flatMap(Check::run).toList();
  }
}
