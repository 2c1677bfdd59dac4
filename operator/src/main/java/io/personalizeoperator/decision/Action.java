package io.personalizeoperator.decision;

import io.personalizeoperator.account.RemoteKind;
import io.personalizeoperator.api.LifecycleStatus.Published;
import io.personalizeoperator.ratelimit.Priority;
import io.personalizeoperator.status.Notice;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.personalize.model.PersonalizeRequest;

/** The one thing that a pass may do after a decision. */
public sealed interface Action {
  /** Whether it changes anything; a pass does that at most once. */
  default boolean isMutating() {
    return true;
  }

  /** Whether it calls AWS, and so waits for its turn; else it calls Kubernetes. */
  default boolean callsAws() {
    return true;
  }

  /** What its call is for. */
  default Priority priority() {
    return Priority.FOREGROUND;
  }

  /**
   * What tells this action from others of the same resource: a failed call holds back its like, not
   * a call of other content.
   */
  default String key() {
    return getClass().getSimpleName() + " " + Integer.toHexString(hashCode());
  }

  /**
   * Makes the resource.
   *
   * @param request the call
   * @param tags the tags in it, empty for kinds without
   * @param notice what to tell when it has worked
   */
  record Create(PersonalizeRequest request, Map<String, String> tags, Notice notice)
      implements Action {}

  /**
   * Changes the resource.
   *
   * @param arn which
   * @param request the call
   * @param notice what to tell when it has worked
   */
  record Update(String arn, PersonalizeRequest request, Notice notice) implements Action {}

  /**
   * Makes something that belongs to the resource, such as a solution version.
   *
   * @param kind what it is
   * @param request the call
   * @param notice what to tell when it has worked
   */
  record CreateRelated(RemoteKind<?> kind, PersonalizeRequest request, Notice notice)
      implements Action {}

  /**
   * Moves something that belongs to the resource into another state.
   *
   * @param kind what it is
   * @param arn which
   * @param status the state that AWS has it in then
   * @param request the call
   * @param notice what to tell when it has worked
   */
  record MoveRelated(
      RemoteKind<?> kind, String arn, String status, PersonalizeRequest request, Notice notice)
      implements Action {}

  /**
   * Deletes the resource.
   *
   * @param arn which
   * @param request the call
   * @param notice what to tell when it has worked
   */
  record Delete(String arn, PersonalizeRequest request, Notice notice) implements Action {}

  /**
   * Takes over a resource that was there: sets the owner's tags.
   *
   * @param tag the tags
   */
  record Adopt(Tag tag) implements Action {}

  /**
   * Sets tags.
   *
   * @param arn of what
   * @param before the tags as they are
   * @param set the tags to set
   * @param notice what to tell when it has worked
   */
  record Tag(String arn, Map<String, String> before, Map<String, String> set, Notice notice)
      implements Action {}

  /**
   * Removes tags.
   *
   * @param arn of what
   * @param before the tags as they are
   * @param keys the keys to remove
   * @param notice what to tell when it has worked
   */
  record Untag(String arn, Map<String, String> before, Set<String> keys, Notice notice)
      implements Action {}

  /**
   * Has the status say where the ARN is about to be written, so that it is found there and taken
   * back whatever happens next.
   *
   * @param to where; without the ARN
   */
  record AnnouncePublication(Published to) implements Action {
    @Override
    public boolean callsAws() {
      return false;
    }
  }

  /**
   * Writes the ARN for applications.
   *
   * @param to where, and what
   */
  record PublishArn(Published to) implements Action {
    @Override
    public boolean callsAws() {
      return false;
    }
  }

  /**
   * Takes a written ARN back.
   *
   * @param from where it was written
   */
  record Unpublish(Published from) implements Action {
    @Override
    public boolean callsAws() {
      return false;
    }
  }

  /**
   * Reads the tags into the account view.
   *
   * @param arn of what
   * @param priority foreground when the resource waits for them
   */
  record ReadTags(String arn, Priority priority) implements Action {
    @Override
    public boolean isMutating() {
      return false;
    }
  }

  /**
   * Describes the resource into the account view.
   *
   * @param arn which
   */
  record ReadDetails(String arn) implements Action {
    @Override
    public boolean isMutating() {
      return false;
    }
  }

  /** Lets Kubernetes remove the custom resource. */
  record RemoveFinalizer() implements Action {
    @Override
    public boolean callsAws() {
      return false;
    }
  }
}
