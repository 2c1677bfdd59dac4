package io.personalizeoperator.simulator.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.personalizeoperator.simulator.faults.CallLog;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code GET /_simulator/calls?operation=X&after=SEQ}. */
final class CallsControl {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final CallLog calls;
  private final Set<String> operations;

  CallsControl(CallLog calls, Set<String> operations) {
    this.calls = calls;
    this.operations = operations;
  }

  List<Map<String, Object>> get(String query) {
    Map<String, String> parameters = parameters(query);
    String operation = parameters.get("operation");
    if (operation != null && !operations.contains(operation)) {
      throw new ControlException("operation: %s is not an operation.", operation);
    }
    return calls.calls(operation, after(parameters.get("after"))).stream()
        .map(CallsControl::view)
        .toList();
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new HashMap<>();
    for (String pair : query.isEmpty() ? new String[0] : query.split("&")) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      if (!name.equals("operation") && !name.equals("after")) {
        throw new ControlException("%s: unknown parameter; allowed are operation and after.", name);
      }
      parameters.put(name, URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
    }
    return parameters;
  }

  private static long after(String text) {
    try {
      return text == null ? 0 : Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new ControlException("after: must be the seq of a call, a whole number.");
    }
  }

  private static Map<String, Object> view(CallLog.Call call) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("seq", call.seq());
    view.put("at", call.at().toString());
    view.put("region", call.world().region());
    view.put("account", call.world().account());
    view.put("operation", call.operation());
    view.put("userAgent", call.userAgent());
    view.put("input", json(call.input()));
    view.put("error", call.error());
    return view;
  }

  private static JsonNode json(String text) {
    try {
      return text == null ? null : JSON.readTree(text);
    } catch (JsonProcessingException e) {
      // The call got a SerializationException.
      return null;
    }
  }
}
