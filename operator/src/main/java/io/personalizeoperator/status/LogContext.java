package io.personalizeoperator.status;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Map;
import org.slf4j.MDC;

/**
 * Which custom resource the log lines of a thread are about: namespace, name, kind and generation,
 * as key-values of SLF4J's MDC. The framework's own (resource.name, …) do not serve: they are lost
 * for the rest of a pass that wakes another resource.
 */
public final class LogContext {
  private static final String NAMESPACE = "namespace";
  private static final String NAME = "name";
  private static final String KIND = "kind";
  private static final String GENERATION = "generation";

  private LogContext() {}

  /** From now on the lines of this thread are about a resource. */
  public static void set(HasMetadata resource) {
    var metadata = resource.getMetadata();
    MDC.put(KIND, resource.getKind());
    MDC.put(NAMESPACE, metadata.getNamespace());
    MDC.put(NAME, metadata.getName());
    MDC.put(GENERATION, String.valueOf(metadata.getGeneration()));
  }

  /** From now on the lines of this thread are about no resource. */
  public static void clear() {
    MDC.remove(KIND);
    MDC.remove(NAMESPACE);
    MDC.remove(NAME);
    MDC.remove(GENERATION);
  }

  /** Runs something whose lines are about a resource; those after it are about what they were. */
  public static void during(HasMetadata resource, Runnable task) {
    Map<String, String> before = MDC.getCopyOfContextMap();
    set(resource);
    try {
      task.run();
    } finally {
      if (before == null) {
        clear();
      } else {
        MDC.setContextMap(before);
      }
    }
  }
}
