package io.personalizeoperator.simulator.service;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.personalizeoperator.simulator.ServiceException;
import io.personalizeoperator.simulator.faults.CallLog;
import io.personalizeoperator.simulator.faults.Faults;
import io.personalizeoperator.simulator.faults.Omissions;
import io.personalizeoperator.simulator.model.Constraints;
import io.personalizeoperator.simulator.model.InputReader;
import io.personalizeoperator.simulator.model.OperationModel;
import io.personalizeoperator.simulator.operations.Call;
import io.personalizeoperator.simulator.operations.Operation;
import io.personalizeoperator.simulator.wire.HttpRequest;
import io.personalizeoperator.simulator.wire.HttpResponse;
import io.personalizeoperator.simulator.world.World;
import io.personalizeoperator.simulator.world.WorldClock;
import io.personalizeoperator.simulator.world.WorldKey;
import io.personalizeoperator.simulator.world.Worlds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/**
 * Runs one call of a JSON service: faults, parsing, validation, the operation, the call log, the
 * answer.
 */
final class CallRunner {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private final Worlds worlds;
  private final WorldClock clock;
  private final Faults faults;
  private final Omissions omissions;
  private final CallLog calls;
  private final FaultInjector injector;
  private final JsonAnswers answers;

  CallRunner(ServiceContext context, FaultInjector injector, JsonAnswers answers) {
    this.worlds = context.worlds();
    this.clock = context.clock();
    this.faults = context.faults();
    this.omissions = context.omissions();
    this.calls = context.calls();
    this.injector = injector;
    this.answers = answers;
  }

  /** The output of a call and the time at which the call took effect. */
  private record Answer(Instant at, Map<String, Object> output) {}

  /** Runs a call of that operation in that world. */
  HttpResponse run(
      WorldKey key,
      OperationModel model,
      Operation operation,
      HttpRequest request,
      String contentType) {
    World world = worlds.world(key);
    String body = new String(request.body(), StandardCharsets.UTF_8);
    HttpResponse response;
    Instant at;
    String error = null;
    try {
      injector.before(key, "personalize", model.name(), body);
      Map<String, Object> input = InputReader.structure(model.input(), parse(request.body()));
      Constraints.check(model.input(), input);
      Answer answer =
          world.enter(
              () ->
                  new Answer(
                      world.now(),
                      operation.call(new Call(world, model.name(), input, body, faults))));
      at = answer.at();
      Map<String, Object> output = omissions.apply(model.name(), answer.output());
      response = answers.success(model.output(), output, contentType);
    } catch (ServiceException e) {
      // A call that is refused early does not enter the world, whose time is that of an earlier
      // call.
      at = clock.instant();
      error = e.type();
      response = answers.error(e, contentType);
    }
    calls.add(at, key, model.name(), request.header("user-agent"), body, error);
    return injector.dropReply(model.name(), body) ? HttpResponse.NONE : response;
  }

  private static JsonNode parse(byte[] body) {
    try {
      return body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
    } catch (JacksonException e) {
      throw ServiceException.refusal(
          "SerializationException", "%s", "The request is not valid JSON.");
    } catch (IOException e) {
      throw ServiceException.refusal(
          "SerializationException", "%s", "The request is not readable.");
    }
  }
}
