package io.personalizeoperator.decision;

import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.api.LifecycleStatus.Published;
import io.personalizeoperator.api.Publish;
import io.personalizeoperator.api.Publish.ConfigMapKey;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Verdict;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ARN and name of the serving revision where applications read them. */
final class PublicationConcern {
  private PublicationConcern() {}

  /** Writes those of a revision that is ACTIVE and as the manifest says; puts back what is gone. */
  static Optional<Finding> look(Subject<?> subject) {
    RemoteResource<?> live = subject.live();
    Publish wanted = subject.spec().publish();
    Published before = subject.observed().before().published();
    if (wanted == null || !live.isActive() || isElsewhere(before, wanted)) {
      return Optional.empty();
    }
    Published next = published(wanted.configMap(), subject);
    // What differs in what AWS cannot change is not what applications were promised.
    boolean isPromised = subject.differences().isEmpty() || next.equals(before);
    if (!isPromised || next.equals(before) && isInPlace(subject.observed(), next)) {
      return Optional.empty();
    }
    return taken(subject.observed().publication(), next)
        .or(() -> Optional.of(writing(subject, before, next)));
  }

  private static Published published(ConfigMapKey to, Subject<?> subject) {
    String name = to.nameKey() == null ? null : subject.revision().plan().name();
    return new Published(to.name(), to.key(), subject.live().arn(), to.nameKey(), name);
  }

  private static Finding writing(Subject<?> subject, @Nullable Published before, Published next) {
    Action action =
        before == null
            ? new Action.AnnouncePublication(
                announced(next.configMap(), next.key(), next.nameKey()))
            : new Action.PublishArn(next);
    return Finding.act(Concern.PUBLICATION, publishing(subject), action);
  }

  /** Where only another revision serves by schedule, what the manifest says is in force. */
  private static Verdict publishing(Subject<?> subject) {
    boolean isMoved = subject.observed().before().published() != null;
    return isMoved && subject.observed().isApplied()
        ? Finding.active(subject.traits()).verdict().orElseThrow()
        : DetailsConcern.comparing(subject);
  }

  /** Another resource has a key: this one waits, and is woken when the key changes. */
  private static Optional<Finding> taken(Publication found, Published next) {
    return found.ofOthers().entrySet().stream()
        .filter(other -> next.keys().contains(other.getKey()))
        .min(Map.Entry.comparingByKey())
        .map(other -> KeyConflict.withResource(next.configMap(), other.getKey(), other.getValue()))
        .map(failure -> Finding.rest(Concern.PUBLICATION, FailureVerdict.of(failure, true)));
  }

  /** Written in this pass: the watch may not show it yet. */
  private static boolean isInPlace(Observed<?, ?> observed, Published published) {
    return observed.publication().has(published)
        || observed.outcomes().stream()
            .anyMatch(
                outcome ->
                    outcome.isDone() && outcome.action().equals(new Action.PublishArn(published)));
  }

  /**
   * Where a resource of ours is going to be published, for the status that first speaks of it: a
   * process that ends just after it has written the ConfigMap leaves nothing there unnoticed.
   */
  static @Nullable Published recorded(Subject<?> subject) {
    Published before = subject.observed().before().published();
    Publish wanted = subject.spec().publish();
    if (before != null
        || wanted == null
        || !subject.isOursHere()
        || subject.observed().resource().isMarkedForDeletion()) {
      return before;
    }
    ConfigMapKey to = wanted.configMap();
    return announced(to.name(), to.key(), to.nameKey());
  }

  private static Published announced(String configMap, String key, @Nullable String nameKey) {
    return new Published(configMap, key, null, nameKey, null);
  }

  /** Takes back what is published where the manifest no longer says, however the rest stands. */
  static Optional<Finding> takeBack(Observed<?, ?> observed, boolean serving) {
    Published before = observed.before().published();
    Publish wanted =
        observed.resource().isMarkedForDeletion() ? null : observed.resource().getSpec().publish();
    return before != null && (wanted == null || isElsewhere(before, wanted))
        ? Optional.of(
            Finding.act(
                Concern.PUBLICATION,
                Verdict.progressing(
                    observed.resource().isMarkedForDeletion() ? Reason.Deleting : Reason.Updating,
                    "Removing the published ARN.",
                    serving),
                new Action.Unpublish(before)))
        : Optional.empty();
  }

  /** In another ConfigMap. Other keys of the same one take the place of the first in one write. */
  private static boolean isElsewhere(@Nullable Published before, Publish wanted) {
    return before != null && !Objects.equals(before.configMap(), wanted.configMap().name());
  }
}
