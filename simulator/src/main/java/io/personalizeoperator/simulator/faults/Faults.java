package io.personalizeoperator.simulator.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import java.util.Optional;
import java.util.Random;

/** The active faults, in the order in which they were added. Safe for use by many threads. */
public final class Faults {
  // A fixed seed: the same calls meet the same faults in every run.
  private static final long SEED = 20180522;
  private final List<Fault> faults = new ArrayList<>();
  private Random random = new Random(SEED);

  /** Adds a fault. */
  public synchronized void add(Fault fault) {
    faults.add(fault);
  }

  /** Removes all faults. */
  public synchronized void clear() {
    faults.clear();
    random = new Random(SEED);
  }

  /**
   * The first fault of that type that hits this call. This uses up one of its counts.
   *
   * @param input the call's input as the client wrote it
   */
  public synchronized Optional<Fault> hit(String operation, String input, Fault.Type type) {
    ListIterator<Fault> each = faults.listIterator();
    while (each.hasNext()) {
      Fault fault = each.next();
      if (fault.matches(operation, input, type)
          && (fault.rate() >= 1 || random.nextDouble() < fault.rate())) {
        Fault rest = fault.once();
        if (rest.spent()) {
          each.remove();
        } else {
          each.set(rest);
        }
        return Optional.of(fault);
      }
    }
    return Optional.empty();
  }

  /**
   * The failureReason of the creation or update that this call starts when a fault lets it fail;
   * else null.
   */
  public String failure(String operation, String input) {
    return hit(operation, input, Fault.Type.FAIL_CREATION)
        .map(
            fault ->
                fault.message() == null
                    ? "A FailCreation fault of the simulator let it fail."
                    : fault.message())
        .orElse(null);
  }
}
