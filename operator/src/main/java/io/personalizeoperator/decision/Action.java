package io.personalizeoperator.decision;

import io.personalizeoperator.account.RemoteKind;
import io.personalizeoperator.api.LifecycleStatus.Published;
import io.personalizeoperator.ratelimit.Priority;
import io.personalizeoperator.status.Notice;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.personalize.model.PersonalizeRequest;

/** The one thing that a pass may do after a decision. */
public sealed interface Action {
  /** Whether it changes anything; a pass does that at most once. */
  default boolean isMutating() {
    return true;
  }

  /** Whether it calls AWS, and so may be queued; else it calls Kubernetes. */
  default boolean callsAws() {
    return true;
  }

  /** What its call is for. */
  default Priority priority() {
    return Priority.FOREGROUND;
  }

  /** Whether it is allowed only on resources that are ours. */
  default boolean needsOwnership() {
    return true;
  }

  /**
   * Identifies an action among others of the same resource: a failed call holds back the same call,
   * not one of other content.
   *
   * @param type the type of the action
   * @param content what it would send
   */
  record Key(Class<? extends Action> type, Object content) {}

  /** Identifies this action among others of the same resource. */
  default Key key() {
    return new Key(getClass(), this);
  }

  /** An action that sends one request to AWS. */
  sealed interface Request extends Action
      permits Create, Update, CreateRelated, MoveRelated, Delete {
    /** The request. */
    PersonalizeRequest request();

    /** The Event to record when it has worked. */
    Notice notice();

    @Override
    default Key key() {
      return new Key(getClass(), request());
    }
  }

  /** An action that only reads from AWS into the account view. */
  sealed interface Reading extends Action permits ReadTags, ReadDetails, ListOf, ReadRelated {
    /** Of what. */
    String arn();

    @Override
    default boolean isMutating() {
      return false;
    }

    @Override
    default boolean needsOwnership() {
      return false;
    }

    @Override
    default Key key() {
      return new Key(getClass(), arn());
    }
  }

  /** An action in Kubernetes, which makes no call to AWS. */
  sealed interface InKubernetes extends Action
      permits AnnouncePublication, PublishArn, Unpublish, AssignRole, RemoveFinalizer {
    @Override
    default boolean callsAws() {
      return false;
    }
  }

  /**
   * Makes a revision.
   *
   * @param revision which
   * @param request the call
   * @param tags the tags in it, empty for kinds without
   * @param notice the Event to record when it has worked
   */
  record Create(
      RevisionPlan revision, PersonalizeRequest request, Map<String, String> tags, Notice notice)
      implements Request {
    @Override
    public boolean needsOwnership() {
      return false;
    }
  }

  /**
   * Changes the resource.
   *
   * @param arn which
   * @param request the call
   * @param notice the Event to record when it has worked
   */
  record Update(String arn, PersonalizeRequest request, Notice notice) implements Request {}

  /**
   * Makes something that belongs to the resource, such as a solution version.
   *
   * @param kind what it is
   * @param parent ARN of what it belongs to: its list shows one that exists already
   * @param request the call
   * @param notice the Event to record when it has worked
   */
  record CreateRelated(RemoteKind<?> kind, String parent, PersonalizeRequest request, Notice notice)
      implements Request {}

  /**
   * Moves something that belongs to the resource into another state.
   *
   * @param kind what it is
   * @param arn which
   * @param status its status in AWS after that
   * @param request the call
   * @param notice the Event to record when it has worked
   */
  record MoveRelated(
      RemoteKind<?> kind, String arn, String status, PersonalizeRequest request, Notice notice)
      implements Request {}

  /**
   * Deletes the resource.
   *
   * @param arn which
   * @param request the call
   * @param notice the Event to record when it has worked
   */
  record Delete(String arn, PersonalizeRequest request, Notice notice) implements Request {}

  /**
   * Takes over a resource that was there: sets the owner's tags.
   *
   * @param tag the tags
   */
  record Adopt(Tag tag) implements Action {
    @Override
    public boolean needsOwnership() {
      return false;
    }

    @Override
    public Key key() {
      return new Key(Adopt.class, tag.key().content());
    }
  }

  /**
   * Sets tags.
   *
   * @param arn of what
   * @param before the tags as they are
   * @param set the tags to set
   * @param notice the Event to record when it has worked
   */
  record Tag(String arn, Map<String, String> before, Map<String, String> set, Notice notice)
      implements Action {
    @Override
    public Key key() {
      return new Key(Tag.class, List.of(arn, set));
    }
  }

  /**
   * Removes tags.
   *
   * @param arn of what
   * @param before the tags as they are
   * @param keys the keys to remove
   * @param notice the Event to record when it has worked
   */
  record Untag(String arn, Map<String, String> before, Set<String> keys, Notice notice)
      implements Action {
    @Override
    public Key key() {
      return new Key(Untag.class, List.of(arn, keys));
    }
  }

  /**
   * Has the status say where the ARN is about to be written, so that it is found there and taken
   * back whatever happens next.
   *
   * @param to where; without the ARN
   */
  record AnnouncePublication(Published to) implements InKubernetes {}

  /**
   * Writes the ARN for applications.
   *
   * @param to where, and what
   */
  record PublishArn(Published to) implements InKubernetes {}

  /**
   * Takes a written ARN back.
   *
   * @param from where it was written
   */
  record Unpublish(Published from) implements InKubernetes {
    @Override
    public boolean needsOwnership() {
      return false;
    }
  }

  /**
   * Reads the tags into the account view.
   *
   * @param arn of what
   * @param priority foreground when the resource waits for them
   */
  record ReadTags(String arn, Priority priority) implements Reading {}

  /**
   * Describes the resource into the account view.
   *
   * @param arn which
   */
  record ReadDetails(String arn) implements Reading {}

  /**
   * Lists what a parent has of the resource's own kind, whoever made it.
   *
   * @param arn of the parent, such as a dataset's for its import jobs
   */
  record ListOf(String arn) implements Reading {}

  /**
   * Describes something that belongs to the resource into the account view.
   *
   * @param kind what it is
   * @param arn which
   * @param more whether also what takes a further call, see {@link RemoteKind#describeMore}
   */
  record ReadRelated(RemoteKind<?> kind, String arn, boolean more) implements Reading {
    @Override
    public Key key() {
      return new Key(ReadRelated.class, List.of(arn, more));
    }
  }

  /**
   * Has the status say that a revision has another role: what is to be created is named there
   * before, so that it is found whatever happens next, and what serves is moved in one write.
   *
   * @param revision which, with what is known of it
   * @param role its role from now on
   * @param entry the kind's own record of it
   */
  record AssignRole(RevisionPlan revision, Role role, Object entry) implements InKubernetes {
    @Override
    public boolean needsOwnership() {
      return false;
    }
  }

  /** Allows Kubernetes to remove the custom resource. */
  record RemoveFinalizer() implements InKubernetes {
    @Override
    public boolean needsOwnership() {
      return false;
    }
  }
}
