package io.personalizeoperator.decision;

import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.api.LifecycleStatus.Published;
import io.personalizeoperator.api.Publish;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Verdict;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ARN of the serving revision where applications read it. */
final class PublicationConcern {
  private PublicationConcern() {}

  /** Writes the ARN of a revision that is ACTIVE and as the manifest says. */
  static Optional<Finding> look(Subject<?> subject) {
    RemoteResource<?> live = subject.live();
    Publish wanted = subject.spec().publish();
    Published before = subject.observed().before().published();
    // What differs in what AWS cannot change is not what applications were promised.
    if (wanted == null || !live.isActive() || !subject.differences().isEmpty()) {
      return Optional.empty();
    }
    Published next = new Published(wanted.configMap().name(), wanted.configMap().key(), live.arn());
    if (Objects.equals(before, next) || isElsewhere(before, wanted)) {
      return Optional.empty();
    }
    Action action =
        before == null
            ? new Action.AnnouncePublication(new Published(next.configMap(), next.key(), null))
            : new Action.PublishArn(next);
    return Optional.of(Finding.act(Concern.PUBLICATION, DetailsConcern.comparing(subject), action));
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

  private static boolean isElsewhere(@Nullable Published before, Publish wanted) {
    return before != null
        && (!before.configMap().equals(wanted.configMap().name())
            || !before.key().equals(wanted.configMap().key()));
  }
}
