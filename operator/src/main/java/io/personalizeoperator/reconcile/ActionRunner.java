package io.personalizeoperator.reconcile;

import io.personalizeoperator.account.AccountView;
import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.aws.AwsCallException;
import io.personalizeoperator.aws.AwsFailure;
import io.personalizeoperator.aws.FailureClass;
import io.personalizeoperator.decision.Action;
import io.personalizeoperator.decision.MissingReference;
import io.personalizeoperator.decision.Observed;
import io.personalizeoperator.decision.Outcome;
import io.personalizeoperator.status.EventRecorder;
import io.personalizeoperator.status.Sentences;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.personalize.model.PersonalizeRequest;
import software.amazon.awssdk.services.personalize.model.Tag;

/**
 * Runs the action that a pass has decided on, and updates the account view at once. Its call is
 * admitted: a second call, which shows what became of the first, goes before those of others.
 *
 * @param <R> the custom resource
 * @param <D> the details that AWS gives of it
 */
final class ActionRunner<R extends PersonalizeResource<?, ?>, D> {
  private final Kind<R, D> kind;
  private final ConfigMapPublisher publisher;
  private final Rooms rooms;
  private final EventRecorder events;

  ActionRunner(Kind<R, D> kind, ConfigMapPublisher publisher, Rooms rooms, EventRecorder events) {
    this.kind = kind;
    this.publisher = publisher;
    this.rooms = rooms;
    this.events = events;
  }

  /**
   * Carries out one action.
   *
   * @param account where
   * @param observed what the decision was made from
   * @param action what to do
   */
  Outcome run(AccountView account, Observed<R, D> observed, Action action) {
    try {
      Outcome outcome = carryOut(account, observed, action);
      boolean isNews = outcome instanceof Outcome.Created || outcome instanceof Outcome.Done;
      if (isNews && action instanceof Action.Request request) {
        events.record(observed.resource(), request.notice(), operation(request.request()));
      }
      return outcome;
    } catch (AwsCallException e) {
      AwsFailure failure =
          MissingReference.judged(
              withOccupancy(e.failure(), action, account), action, kind.decider(), observed);
      return failure.kind() == FailureClass.RETRY_SOON
          ? new Outcome.Unknown(action, failure)
          : new Outcome.Refused(action, failure);
    }
  }

  /** A full quota, with what fills it, for only people can decide what may go. */
  private AwsFailure withOccupancy(AwsFailure failure, Action action, AccountView account) {
    if (!failure.isQuota() || !(action instanceof Action.Create create)) {
      return failure;
    }
    return kind.calls()
        .filledParent(create.request())
        .map(parent -> account.of(kind.calls()).occupancy(parent))
        .map(occupancy -> occupancy.inWords(kind.decider().traits().noun()))
        .map(
            words ->
                new AwsFailure(
                    failure.kind(),
                    failure.code(),
                    Sentences.ofAws(failure.message()) + " " + words))
        .orElse(failure);
  }

  private Outcome carryOut(AccountView account, Observed<R, D> observed, Action action)
      throws AwsCallException {
    return switch (action) {
      case Action.Create create -> create(account, observed, create);
      case Action.CreateRelated create -> createRelated(account, observed, create);
      case Action.Delete delete -> delete(account, delete);
      case Action.ReadRelated read -> readRelated(account, read);
      case Action.ListOf list ->
          new Outcome.Listed(list, List.copyOf(account.listOf(kind.calls(), list.arn())));
      default -> {
        carryOutPlain(account, observed, action);
        yield new Outcome.Done(action);
      }
    };
  }

  private void carryOutPlain(AccountView account, Observed<R, D> observed, Action action)
      throws AwsCallException {
    switch (action) {
      case Action.Create create -> throw new IllegalArgumentException("Has an ARN: " + create);
      case Action.CreateRelated c -> throw new IllegalArgumentException("Has an ARN: " + c);
      case Action.Delete delete -> throw new IllegalArgumentException("May be gone: " + delete);
      case Action.ListOf list -> throw new IllegalArgumentException("Has an answer: " + list);
      case Action.Update update -> update(account, observed, update);
      case Action.MoveRelated move -> {
        send(account, move.request());
        account.of(move.kind()).moved(move.arn(), move.status());
      }
      case Action.Tag tag -> tag(account, observed, tag);
      case Action.Adopt adopt -> tag(account, observed, adopt.tag());
      case Action.Untag untag -> untag(account, observed, untag);
      case Action.ReadTags read -> readTags(account, read);
      case Action.ReadDetails read -> account.describe(kind.calls(), read.arn());
      case Action.ReadRelated r -> throw new IllegalArgumentException("May be missing: " + r);
      case Action.AnnouncePublication announce -> {
        // The status says so, which is all.
      }
      case Action.AssignRole assign -> {
        // The status says so, which is all.
      }
      case Action.PublishArn publish ->
          inKubernetes(() -> publisher.publish(observed.resource(), publish.to()));
      case Action.Unpublish unpublish ->
          inKubernetes(() -> publisher.unpublish(observed.resource(), unpublish.from()));
      case Action.RemoveFinalizer remove -> {
        // The caller does, once the pass is over: it ends all passes.
      }
    }
  }

  /** What does not exist is not asked for again at once: somebody has named it. */
  private Outcome readRelated(AccountView account, Action.ReadRelated read)
      throws AwsCallException {
    boolean isThere =
        read.more()
            ? account.describeMore(read.kind(), read.arn())
            : account.describe(read.kind(), read.arn());
    String missing = read.arn() + " does not exist in AWS.";
    return isThere
        ? new Outcome.Done(read)
        : new Outcome.Refused(
            read, new AwsFailure(FailureClass.NEEDS_USER, "ResourceNotFoundException", missing));
  }

  private @Nullable String send(AccountView account, PersonalizeRequest request)
      throws AwsCallException {
    return account.connection().call(client -> Requests.send(client, request));
  }

  private Outcome create(AccountView account, Observed<R, D> observed, Action.Create create)
      throws AwsCallException {
    String arn;
    try {
      arn = Objects.requireNonNull(send(account, create.request()));
    } catch (AwsCallException e) {
      Optional<Outcome> existed =
          e.failure().kind() == FailureClass.EXISTS
              ? Optional.of(lookAtWhatExists(account, observed, create, e.failure()))
              : Optional.empty();
      create.revision().group().ifPresent(account.of(kind.calls())::doubtAbsence);
      return existed.orElseThrow(() -> e);
    }
    account.connection().learnAccount(arn);
    D details = kind.calls().detailsAfter(create.request(), arn, null);
    account.of(kind.calls()).created(arn, details, uid(observed), create.tags());
    return new Outcome.Created(create, arn);
  }

  /** After a lost reply, or when the name is taken: puts the existing resource into the view. */
  private Outcome lookAtWhatExists(
      AccountView account, Observed<R, D> observed, Action.Create create, AwsFailure failure)
      throws AwsCallException {
    Optional<String> arn = create.revision().expected().flatMap(observed::arn);
    boolean found = arn.isPresent() && account.describeNext(kind.calls(), arn.get());
    return new Outcome.Existed(create, arn.filter(known -> found), failure);
  }

  private void update(AccountView account, Observed<R, D> observed, Action.Update update)
      throws AwsCallException {
    send(account, update.request());
    D before =
        observed.revisions().stream()
            .flatMap(revision -> revision.live().stream())
            .filter(live -> live.arn().equals(update.arn()))
            .map(RemoteResource::details)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    account
        .of(kind.calls())
        .updated(update.arn(), kind.calls().detailsAfter(update.request(), update.arn(), before));
  }

  private Outcome createRelated(
      AccountView account, Observed<R, D> observed, Action.CreateRelated create)
      throws AwsCallException {
    try {
      String arn = Objects.requireNonNull(send(account, create.request()));
      account.connection().learnAccount(arn);
      account.of(create.kind()).created(arn, null, uid(observed), Map.of());
      return new Outcome.Created(create, arn);
    } catch (AwsCallException e) {
      // After a lost reply it may be there, and only a list has its ARN.
      if (e.failure().kind() != FailureClass.EXISTS) {
        account.of(create.kind()).refresh();
        throw e;
      }
      account.listOf(create.kind(), create.parent());
      return new Outcome.Existed(create, Optional.empty(), e.failure());
    }
  }

  private Outcome delete(AccountView account, Action.Delete delete) throws AwsCallException {
    try {
      send(account, delete.request());
      account.of(kind.calls()).deleted(delete.arn());
      return new Outcome.Done(delete);
    } catch (AwsCallException e) {
      if (e.failure().kind() != FailureClass.GONE) {
        throw e;
      }
      account.describeNext(kind.calls(), delete.arn());
      return new Outcome.WasGone(delete, e.failure());
    }
  }

  private void tag(AccountView account, Observed<R, D> observed, Action.Tag tag)
      throws AwsCallException {
    List<Tag> tags =
        tag.set().entrySet().stream()
            .map(t -> Tag.builder().tagKey(t.getKey()).tagValue(t.getValue()).build())
            .toList();
    account.connection().call(c -> c.tagResource(r -> r.resourceArn(tag.arn()).tags(tags)));
    Map<String, String> after = new HashMap<>(tag.before());
    after.putAll(tag.set());
    account.of(kind.calls()).tagged(tag.arn(), after);
    events.record(observed.resource(), tag.notice(), "TagResource");
  }

  private void untag(AccountView account, Observed<R, D> observed, Action.Untag untag)
      throws AwsCallException {
    account
        .connection()
        .call(c -> c.untagResource(r -> r.resourceArn(untag.arn()).tagKeys(untag.keys())));
    Map<String, String> after = new HashMap<>(untag.before());
    after.keySet().removeAll(untag.keys());
    account.of(kind.calls()).tagged(untag.arn(), after);
    events.record(observed.resource(), untag.notice(), "UntagResource");
  }

  private void readTags(AccountView account, Action.ReadTags read) throws AwsCallException {
    try {
      account.of(kind.calls()).tagged(read.arn(), account.connection().tagsOf(read.arn()));
    } catch (AwsCallException e) {
      if (e.failure().kind() == FailureClass.GONE) {
        account.describeNext(kind.calls(), read.arn());
      }
      throw e;
    }
  }

  /** AWS's name of the operation: the SDK names requests after it. */
  private static String operation(PersonalizeRequest request) {
    return request.getClass().getSimpleName().replaceFirst("Request$", "");
  }

  private void inKubernetes(Rooms.Write<AwsCallException> write) throws AwsCallException {
    if (!rooms.write(write)) {
      AwsFailure busy =
          new AwsFailure(
              FailureClass.NOT_PUBLISHED,
              "ConfigMap",
              "The Kubernetes API server is slow or down.");
      throw new AwsCallException(busy, new IllegalStateException(busy.message()));
    }
  }

  private String uid(Observed<R, D> observed) {
    return observed.resource().getMetadata().getUid();
  }
}
