package io.personalizeoperator.simulator.service;

import io.personalizeoperator.simulator.ServiceException;
import io.personalizeoperator.simulator.faults.Fault;
import io.personalizeoperator.simulator.faults.Faults;
import io.personalizeoperator.simulator.world.Settings;
import io.personalizeoperator.simulator.world.WorldKey;
import java.time.Duration;
import java.time.InstantSource;

/** Applies faults and the rate limit to calls, before and after they run. */
final class FaultInjector {
  private final Faults faults;
  private final Settings settings;
  private final RateLimit rateLimit;

  FaultInjector(Faults faults, Settings settings, InstantSource real) {
    this.faults = faults;
    this.settings = settings;
    this.rateLimit = new RateLimit(real);
  }

  /**
   * Delays the call in real time or refuses it.
   *
   * @param service the service's name in IAM actions, such as {@code personalize}
   * @param input the call's input as the client wrote it
   * @throws ServiceException ThrottlingException, AccessDeniedException, InvalidInputException or
   *     InternalServerException
   */
  void before(WorldKey world, String service, String operation, String input) {
    faults.hit(operation, input, Fault.Type.DELAY).ifPresent(fault -> pause(fault.delay()));
    if (!rateLimit.take(world, settings.requestsPerSecond())) {
      throw ServiceException.refusal("ThrottlingException", "Rate exceeded");
    }
    refuse(operation, input, Fault.Type.THROTTLE, 400, "ThrottlingException", "Rate exceeded");
    String denied =
        "User: arn:aws:iam::%s:user/simulator is not authorized to perform: %s:%s"
            .formatted(world.account(), service, operation);
    refuse(operation, input, Fault.Type.ACCESS_DENIED, 400, "AccessDeniedException", denied);
    refuse(
        operation,
        input,
        Fault.Type.INVALID_INPUT,
        400,
        "InvalidInputException",
        "An InvalidInput fault of the simulator refuses it.");
    refuse(
        operation,
        input,
        Fault.Type.SERVER_ERROR,
        500,
        "InternalServerException",
        "Internal server error");
  }

  private void refuse(
      String operation,
      String input,
      Fault.Type type,
      int status,
      String exception,
      String message) {
    faults
        .hit(operation, input, type)
        .ifPresent(
            fault -> {
              String said = fault.message() == null ? message : fault.message();
              throw new ServiceException(exception, status, said);
            });
  }

  private static void pause(Duration delay) {
    try {
      Thread.sleep(delay);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether a fault drops the answer of the call. */
  boolean dropReply(String operation, String input) {
    return faults.hit(operation, input, Fault.Type.DROP_REPLY).isPresent();
  }

  void reset() {
    rateLimit.clear();
  }
}
