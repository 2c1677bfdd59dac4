package io.personalizeoperator.simulator.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The operations of one AWS service, read from a {@code .model} resource beside this class. */
public final class ServiceModel {
  private final Map<String, OperationModel> operations;

  private ServiceModel(Map<String, OperationModel> operations) {
    this.operations = Collections.unmodifiableMap(operations);
  }

  /** Amazon Personalize itself: AWS JSON 1.1, 71 operations. */
  public static ServiceModel personalize() {
    return read("personalize.model");
  }

  /** Amazon Personalize Events: REST-JSON. */
  public static ServiceModel events() {
    return read("personalize-events.model");
  }

  /** Amazon Personalize Runtime: REST-JSON. */
  public static ServiceModel runtime() {
    return read("personalize-runtime.model");
  }

  private static ServiceModel read(String resource) {
    try (var stream = ServiceModel.class.getResourceAsStream(resource);
        var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      List<String> lines = reader.lines().toList();
      return new ServiceModel(new ModelReader(lines).operations());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + resource, e);
    }
  }

  /** The operation of that name, or null when the service has none. */
  public OperationModel operation(String name) {
    return operations.get(name);
  }

  /** All operations, by name. */
  public Collection<OperationModel> operations() {
    return operations.values();
  }
}
