package io.personalizeoperator.api.filter;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.personalizeoperator.api.CommonStatus;
import io.personalizeoperator.api.LifecycleStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a filter.
 *
 * @param lifecycle the part that every kind has
 * @param current The filter that serves now.
 * @param next The filter that is going to serve, from before its creation.
 * @param retiring Filters that serve no more and are deleted.
 * @param failed The next filter whose creation failed last; absent once one has worked.
 * @param lastRotationTime When another filter began to serve last.
 * @param nextRotationTime The next tick of spec.rotation.cron.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record FilterStatus(
    @JsonUnwrapped @Nullable LifecycleStatus lifecycle,
    @JsonPropertyDescription("The filter that serves now.") @Nullable CurrentFilter current,
    @JsonPropertyDescription("The filter that is going to serve, from before its creation.")
        @Nullable NextFilter next,
    @JsonPropertyDescription("Filters that no longer serve and are deleted.")
        @Nullable List<RetiringFilter> retiring,
    @JsonPropertyDescription(
            "The next filter whose creation failed last; absent once one has worked.")
        @Nullable FailedFilter failed,
    @JsonPropertyDescription("When another filter began to serve last.")
        @Nullable Instant lastRotationTime,
    @JsonPropertyDescription("The next tick of spec.rotation.cron.")
        @Nullable Instant nextRotationTime)
    implements CommonStatus {

  /** Nothing known but the common part. */
  public static FilterStatus of(LifecycleStatus common) {
    return new FilterStatus(common, null, null, null, null, null, null);
  }
}
