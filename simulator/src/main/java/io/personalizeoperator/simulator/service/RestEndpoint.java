package io.personalizeoperator.simulator.service;

import io.personalizeoperator.simulator.model.OperationModel;
import io.personalizeoperator.simulator.model.ServiceModel;
import io.personalizeoperator.simulator.operations.Operation;
import io.personalizeoperator.simulator.wire.HttpRequest;
import io.personalizeoperator.simulator.wire.HttpResponse;
import java.util.HashMap;
import java.util.Map;

/** A REST-JSON service: an operation at each path. */
final class RestEndpoint {
  private static final String CONTENT_TYPE = "application/json";
  private final Map<String, OperationModel> models = new HashMap<>();
  private final Map<String, Operation> operations;
  private final AccessKeys accessKeys;
  private final CallRunner runner;

  RestEndpoint(
      ServiceModel model,
      Map<String, Operation> operations,
      AccessKeys accessKeys,
      CallRunner runner) {
    model.operations().forEach(operation -> models.put(operation.path(), operation));
    this.operations = operations;
    this.accessKeys = accessKeys;
    this.runner = runner;
  }

  boolean knows(String path) {
    return models.containsKey(path);
  }

  HttpResponse handle(HttpRequest request) {
    OperationModel model = models.get(request.path());
    Credential credential = Credential.of(request);
    return runner.run(
        accessKeys.world(credential), model, operations.get(model.name()), request, CONTENT_TYPE);
  }
}
