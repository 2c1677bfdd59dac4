package io.personalizeoperator.lifecycle;

import io.personalizeoperator.api.LifecycleStatus.Published;
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

  /** What tells this action from others of the same resource, for retries. */
  default String key() {
    return getClass().getSimpleName();
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
   * A call of the kind's own policy, such as a training.
   *
   * @param name tells it from other calls of the kind
   * @param request the call
   * @param notice what to tell when it has worked
   */
  record Policy(String name, PersonalizeRequest request, Notice notice) implements Action {
    @Override
    public String key() {
      return name;
    }
  }

  /**
   * Deletes the resource.
   *
   * @param arn which
   * @param request the call
   * @param notice what to tell when it has worked
   */
  record Delete(String arn, PersonalizeRequest request, Notice notice) implements Action {}

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
   * Writes the ARN for applications.
   *
   * @param to where, and what
   */
  record PublishArn(Published to) implements Action {}

  /**
   * Takes a written ARN back.
   *
   * @param from where it was written
   */
  record Unpublish(Published from) implements Action {}

  /**
   * Reads the tags into the account view.
   *
   * @param arn of what
   */
  record ReadTags(String arn) implements Action {
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
  record RemoveFinalizer() implements Action {}
}
