package io.personalizeoperator.simulator.service;

import io.personalizeoperator.simulator.ServiceException;
import io.personalizeoperator.simulator.faults.CallLog;
import io.personalizeoperator.simulator.faults.Faults;
import io.personalizeoperator.simulator.model.ServiceModel;
import io.personalizeoperator.simulator.operations.OperationTable;
import io.personalizeoperator.simulator.wire.HttpHandler;
import io.personalizeoperator.simulator.wire.HttpRequest;
import io.personalizeoperator.simulator.wire.HttpResponse;
import io.personalizeoperator.simulator.world.Settings;
import io.personalizeoperator.simulator.world.SimulatedClock;
import io.personalizeoperator.simulator.world.Worlds;
import java.time.InstantSource;
import java.util.Set;

/** Leads each request to the AWS service that it is for. */
public final class ServiceRouter implements HttpHandler {
  private static final String JSON = "application/x-amz-json-1.1";

  /** The operations of STS that are answered. */
  public static final Set<String> STS_OPERATIONS = Set.of("GetCallerIdentity", "AssumeRole");

  private final JsonAnswers answers = new JsonAnswers();
  private final Disturbances disturbances;
  private final PersonalizeEndpoint personalize;
  private final StsEndpoint sts;

  /** Services over those worlds. */
  public ServiceRouter(
      ServiceModel model,
      OperationTable operations,
      Worlds worlds,
      Settings settings,
      Accounts accounts,
      Faults faults,
      CallLog calls,
      SimulatedClock clock,
      InstantSource real) {
    this.disturbances = new Disturbances(faults, settings, real);
    CallRunner runner = new CallRunner(worlds, faults, calls, disturbances, answers);
    this.personalize = new PersonalizeEndpoint(model, operations, accounts, runner, answers);
    this.sts = new StsEndpoint(accounts, disturbances, calls, answers, clock, real);
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    try {
      if (!request.method().equals("POST")) {
        throw new ServiceException("UnknownOperationException", 404, "Only POST is known here.");
      }
      if (!request.header("x-amz-target").isEmpty()) {
        return personalize.handle(request);
      }
      if (request.header("content-type").startsWith("application/x-www-form-urlencoded")) {
        return sts.handle(request);
      }
      throw new ServiceException(
          "UnknownOperationException", 404, "No operation is known at this path.");
    } catch (ServiceException e) {
      return answers.error(e, JSON);
    }
  }

  /** Forgets what it knows of callers. */
  public void reset() {
    disturbances.reset();
  }
}
