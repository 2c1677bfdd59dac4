package io.personalizeoperator.simulator.service;

import io.personalizeoperator.simulator.ServiceException;
import io.personalizeoperator.simulator.model.ServiceModel;
import io.personalizeoperator.simulator.operations.Operation;
import io.personalizeoperator.simulator.operations.OperationTable;
import io.personalizeoperator.simulator.wire.HttpHandler;
import io.personalizeoperator.simulator.wire.HttpRequest;
import io.personalizeoperator.simulator.wire.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Routes each request to its AWS service. */
public final class ServiceRouter implements HttpHandler {
  private static final String JSON = "application/x-amz-json-1.1";
  private final JsonAnswers answers = new JsonAnswers();
  private final Set<String> operationNames;
  private final FaultInjector injector;
  private final PersonalizeEndpoint personalize;
  private final StsEndpoint sts;
  private final List<RestEndpoint> rest;

  /**
   * Routes to those operations.
   *
   * @param events the operations of Amazon Personalize Events by name
   * @param runtime the operations of Amazon Personalize Runtime by name
   */
  public ServiceRouter(
      ServiceContext context,
      ServiceModel model,
      OperationTable operations,
      Map<String, Operation> events,
      Map<String, Operation> runtime) {
    this.injector = new FaultInjector(context.faults(), context.settings(), context.real());
    CallRunner runner = new CallRunner(context, injector, answers);
    this.personalize =
        new PersonalizeEndpoint(model, operations, context.accessKeys(), runner, answers);
    this.rest =
        List.of(
            new RestEndpoint(ServiceModel.events(), events, context.accessKeys(), runner),
            new RestEndpoint(ServiceModel.runtime(), runtime, context.accessKeys(), runner));
    this.sts = new StsEndpoint(context, injector, answers);
    this.operationNames = new TreeSet<>(operations.names());
    operationNames.addAll(events.keySet());
    operationNames.addAll(runtime.keySet());
    operationNames.addAll(StsEndpoint.OPERATIONS);
  }

  /** The names of all operations of all services. */
  public Set<String> operationNames() {
    return Set.copyOf(operationNames);
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
      for (RestEndpoint service : rest) {
        if (service.knows(request.path())) {
          return service.handle(request);
        }
      }
      throw new ServiceException(
          "UnknownOperationException", 404, "No operation is known at this path.");
    } catch (ServiceException e) {
      return answers.error(e, JSON);
    }
  }

  /** Clears the rate limits of all callers. */
  public void reset() {
    injector.reset();
  }
}
