package io.personalizeoperator.reconcile;

import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.aws.AwsFailure;
import io.personalizeoperator.decision.Action;
import io.personalizeoperator.decision.Attempts;
import io.personalizeoperator.decision.Outcome;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The calls of each custom resource of a kind that failed and have not worked since. */
final class AttemptMemory {
  private final Map<ResourceID, Attempts> byResource = new ConcurrentHashMap<>();

  Attempts of(PersonalizeResource<?, ?> resource) {
    return byResource.getOrDefault(ResourceID.fromResource(resource), Attempts.NONE);
  }

  /**
   * Takes in what became of an action.
   *
   * @param hurried whether it is needed by a given time
   */
  void remember(PersonalizeResource<?, ?> resource, Outcome outcome, Instant now, boolean hurried) {
    ResourceID id = ResourceID.fromResource(resource);
    Attempts before = of(resource);
    Action.Key key = outcome.action().key();
    Attempts after =
        failureOf(outcome)
            .map(failure -> before.failed(key, generation(resource), failure, now, hurried))
            .orElseGet(() -> before.succeeded(key));
    if (after.byAction().isEmpty()) {
      byResource.remove(id);
    } else {
      byResource.put(id, after);
    }
  }

  /** What exists but is not found yet is looked up again, after a while. */
  private static Optional<AwsFailure> failureOf(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Refused refused -> Optional.of(refused.failure());
      case Outcome.Unknown unknown -> Optional.of(unknown.failure());
      case Outcome.Existed existed ->
          existed.arn().isPresent() ? Optional.empty() : Optional.of(existed.failure());
      case Outcome.Created created -> Optional.empty();
      case Outcome.WasGone gone -> Optional.of(gone.failure());
      case Outcome.Done done -> Optional.empty();
      case Outcome.Listed listed -> Optional.empty();
    };
  }

  private static long generation(PersonalizeResource<?, ?> resource) {
    Long generation = resource.getMetadata().getGeneration();
    return generation == null ? 0 : generation;
  }

  /** The resource is gone. */
  void forget(ResourceID id) {
    byResource.remove(id);
  }
}
