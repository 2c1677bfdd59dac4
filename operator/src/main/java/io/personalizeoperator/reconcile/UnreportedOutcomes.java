package io.personalizeoperator.reconcile;

import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.decision.Action;
import io.personalizeoperator.decision.Outcome;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What passes have done and could not report, as the API server did not take the status: the next
 * pass of the resource reports it.
 */
final class UnreportedOutcomes {
  /** By UID: a namesake has done nothing. */
  private final Map<String, List<Outcome>> byUid = new ConcurrentHashMap<>();

  List<Outcome> of(PersonalizeResource<?, ?> resource) {
    return byUid.getOrDefault(uid(resource), List.of());
  }

  /**
   * Keeps what was changed. What was only read is in the account view; and what only the status
   * says, such as the name of what is to be created, is not said before it is written.
   */
  void keep(PersonalizeResource<?, ?> resource, List<Outcome> outcomes) {
    List<Outcome> changes =
        outcomes.stream()
            .filter(outcome -> outcome.isDone() && outcome.action().isMutating())
            .filter(outcome -> !isOnlyInStatus(outcome.action()))
            .toList();
    if (!changes.isEmpty()) {
      byUid.put(uid(resource), changes);
    }
  }

  private static boolean isOnlyInStatus(Action action) {
    return action instanceof Action.AnnouncePublication || action instanceof Action.AssignRole;
  }

  /** It is reported, or the resource is gone. */
  void forget(PersonalizeResource<?, ?> resource) {
    byUid.remove(uid(resource));
  }

  private static String uid(PersonalizeResource<?, ?> resource) {
    return resource.getMetadata().getUid();
  }
}
