package io.personalizeoperator.simulator;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkPojo;

/** The request and response classes of an SDK client, found by reflection. */
final class SdkClasses {
  private SdkClasses() {}

  /** Empty builders of a request and its response. */
  record Pair(SdkPojo request, SdkPojo response, Method method) {}

  /** The operations of a client by the name that they have on the wire. */
  static Map<String, Pair> operations(Class<?> client) {
    Map<String, Pair> operations = new TreeMap<>();
    for (Method method : client.getMethods()) {
      if (method.getParameterCount() == 1
          && method.getParameterTypes()[0].getSimpleName().endsWith("Request")
          && method.getReturnType().getSimpleName().endsWith("Response")) {
        String name = method.getParameterTypes()[0].getSimpleName().replaceFirst("Request$", "");
        operations.put(
            name,
            new Pair(
                builder(method.getParameterTypes()[0]), builder(method.getReturnType()), method));
      }
    }
    return operations;
  }

  /** An empty builder of a model class. */
  static SdkPojo builder(Class<?> type) {
    try {
      return (SdkPojo) type.getMethod("builder").invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
