package io.personalizeoperator.api;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.jspecify.annotations.Nullable;

/** A status with the part that every kind has. */
@JsonDeserialize(using = StatusDeserializer.class)
public interface CommonStatus {
  /** The common part; null or empty in a resource that no pass has reported on yet. */
  @Nullable LifecycleStatus lifecycle();
}
