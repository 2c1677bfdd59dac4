package io.personalizeoperator.runtime;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.api.monitoring.Metrics;
import io.personalizeoperator.status.LogContext;
import java.util.Map;

/** Makes each log line of a pass name its resource: the framework calls it on the pass's thread. */
final class PassLogging implements Metrics {
  @Override
  public void reconciliationExecutionStarted(HasMetadata resource, Map<String, Object> metadata) {
    LogContext.set(resource);
  }

  @Override
  public void reconciliationExecutionFinished(HasMetadata resource, Map<String, Object> metadata) {
    LogContext.clear();
  }
}
