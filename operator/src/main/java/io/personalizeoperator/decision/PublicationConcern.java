package io.personalizeoperator.decision;

import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.api.LifecycleStatus.Published;
import io.personalizeoperator.api.Publish;
import java.util.Objects;
import java.util.Optional;

/** The ARN of the serving revision where applications read it. */
final class PublicationConcern {
  private PublicationConcern() {}

  static Optional<Finding> look(Subject<?> subject) {
    RemoteResource<?> live = subject.live();
    Publish wanted = subject.spec().publish();
    Published before = subject.observed().before().published();
    if (!live.isActive() || isAnotherThanWanted(subject)) {
      return Optional.empty();
    }
    Published next =
        wanted == null
            ? null
            : new Published(wanted.configMap().name(), wanted.configMap().key(), live.arn());
    if (Objects.equals(before, next)) {
      return Optional.empty();
    }
    boolean elsewhere =
        before != null
            && (next == null
                || !before.configMap().equals(next.configMap())
                || !before.key().equals(next.key()));
    Action action =
        elsewhere || next == null
            ? new Action.Unpublish(Objects.requireNonNull(before))
            : before == null
                ? new Action.AnnouncePublication(new Published(next.configMap(), next.key(), null))
                : new Action.PublishArn(next);
    return Optional.of(Finding.act(Concern.PUBLICATION, DetailsConcern.comparing(subject), action));
  }

  /** What differs in what AWS cannot change is not what applications were promised. */
  private static <D> boolean isAnotherThanWanted(Subject<D> subject) {
    return subject.live().details() != null
        && !OwnershipConcern.isAsWanted(subject, subject.live());
  }
}
