package io.personalizeoperator.simulator.service;

import io.personalizeoperator.simulator.ServiceException;
import io.personalizeoperator.simulator.model.OperationModel;
import io.personalizeoperator.simulator.model.ServiceModel;
import io.personalizeoperator.simulator.operations.Operation;
import io.personalizeoperator.simulator.operations.OperationTable;
import io.personalizeoperator.simulator.wire.HttpRequest;
import io.personalizeoperator.simulator.wire.HttpResponse;

/**
 * Amazon Personalize over AWS JSON 1.1: {@code POST /} with {@code X-Amz-Target:
 * AmazonPersonalize.<Operation>}.
 */
final class PersonalizeEndpoint {
  private static final String CONTENT_TYPE = "application/x-amz-json-1.1";
  private static final String TARGET = "AmazonPersonalize.";
  private final ServiceModel model;
  private final OperationTable operations;
  private final AccessKeys accessKeys;
  private final CallRunner runner;
  private final JsonAnswers answers;

  PersonalizeEndpoint(
      ServiceModel model,
      OperationTable operations,
      AccessKeys accessKeys,
      CallRunner runner,
      JsonAnswers answers) {
    this.model = model;
    this.operations = operations;
    this.accessKeys = accessKeys;
    this.runner = runner;
    this.answers = answers;
  }

  HttpResponse handle(HttpRequest request) {
    try {
      String target = request.header("x-amz-target");
      String name = target.startsWith(TARGET) ? target.substring(TARGET.length()) : "";
      OperationModel operation = model.operation(name);
      Operation action = operations.operation(name);
      if (operation == null || action == null) {
        throw ServiceException.refusal(
            "UnknownOperationException", "Unknown operation: %s", target);
      }
      Credential credential = Credential.of(request);
      return runner.run(accessKeys.world(credential), operation, action, request, CONTENT_TYPE);
    } catch (ServiceException e) {
      return answers.error(e, CONTENT_TYPE);
    }
  }
}
