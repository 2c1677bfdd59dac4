package io.personalizeoperator.reconcile;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.personalizeoperator.account.AccountView;
import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.api.LifecycleStatus;
import io.personalizeoperator.api.Ownership;
import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.aws.AwsCallException;
import io.personalizeoperator.aws.AwsFailure;
import io.personalizeoperator.aws.FailureClass;
import io.personalizeoperator.decision.Action;
import io.personalizeoperator.decision.Observed;
import io.personalizeoperator.status.EventRecorder;
import io.personalizeoperator.status.Notice;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.personalize.model.PersonalizeRequest;
import software.amazon.awssdk.services.personalize.model.Tag;

/**
 * Carries out what a pass has decided, and lets the account view know at once. The turn of its call
 * has come: a second call, which tells what became of the first, goes before those of others.
 *
 * @param <R> the custom resource
 * @param <D> the details that AWS gives of it
 */
public final class ActionRunner<R extends PersonalizeResource<?, ?>, D> {
  private final Kind<R, D> kind;
  private final AccountView account;
  private final ConfigMapPublisher publisher;
  private final EventRecorder events;

  public ActionRunner(
      Kind<R, D> kind, AccountView account, ConfigMapPublisher publisher, EventRecorder events) {
    this.kind = kind;
    this.account = account;
    this.publisher = publisher;
    this.events = events;
  }

  /**
   * Carries out one action.
   *
   * @param observed what the decision was made from
   * @param action what to do
   * @return the common part of the status, with what was published
   * @throws AwsCallException when AWS does not do it
   */
  public LifecycleStatus run(Observed<R, D> observed, Action action) throws AwsCallException {
    switch (action) {
      case Action.Create create -> create(observed, create);
      case Action.Update update -> update(observed, update);
      case Action.CreateRelated create -> createRelated(observed, create);
      case Action.MoveRelated move -> moveRelated(observed, move);
      case Action.Delete delete -> delete(observed, delete);
      case Action.Tag tag -> tag(observed, tag);
      case Action.Adopt adopt -> {
        tag(observed, adopt.tag());
        return observed.before().withOwnership(Ownership.Adopted);
      }
      case Action.Untag untag -> untag(observed, untag);
      case Action.ReadTags read -> readTags(read);
      case Action.ReadDetails read -> account.describe(kind.calls(), read.arn());
      case Action.AnnouncePublication announce -> {
        return observed.before().withPublished(announce.to());
      }
      case Action.PublishArn publish -> {
        inKubernetes(() -> publisher.publish(observed.resource(), publish.to()));
        return observed.before().withPublished(publish.to());
      }
      case Action.Unpublish unpublish -> {
        inKubernetes(() -> publisher.unpublish(observed.resource(), unpublish.from()));
        return observed.before().withPublished(null);
      }
      case Action.RemoveFinalizer remove -> {
        // The caller does, once the pass is over: it ends all passes.
      }
    }
    return observed.before();
  }

  private String send(PersonalizeRequest request) throws AwsCallException {
    return account.connection().call(client -> kind.calls().send(client, request));
  }

  private void create(Observed<R, D> observed, Action.Create create) throws AwsCallException {
    String arn;
    try {
      arn = send(create.request());
    } catch (AwsCallException e) {
      if (e.failure().kind() == FailureClass.EXISTS) {
        lookAtWhatExists(observed);
      }
      kind.decider()
          .group(observed.resource(), observed.parents())
          .ifPresent(account.of(kind.calls())::doubtAbsence);
      throw e;
    }
    account.connection().learnAccount(arn);
    D details = kind.calls().detailsAfter(create.request(), arn, null);
    account.of(kind.calls()).created(arn, details, uid(observed), create.tags());
    tell(observed, create.notice());
  }

  /** After a lost reply, or when the name is taken: what exists comes into the view. */
  private void lookAtWhatExists(Observed<R, D> observed) throws AwsCallException {
    Optional<String> arn = kind.decider().expectedResource(observed).flatMap(observed::arn);
    if (arn.isPresent()) {
      account.describeNext(kind.calls(), arn.get());
    }
  }

  private void update(Observed<R, D> observed, Action.Update update) throws AwsCallException {
    account.connection().call(client -> kind.calls().send(client, update.request()));
    D before = kind.decider().current(observed).map(RemoteResource::details).orElse(null);
    account
        .of(kind.calls())
        .updated(update.arn(), kind.calls().detailsAfter(update.request(), update.arn(), before));
    tell(observed, update.notice());
  }

  private void createRelated(Observed<R, D> observed, Action.CreateRelated create)
      throws AwsCallException {
    try {
      String arn = send(create.request());
      account.of(create.kind()).created(arn, null, uid(observed), Map.of());
    } catch (AwsCallException e) {
      // After a lost reply it may be there, and only a list tells its ARN.
      account.of(create.kind()).refresh();
      throw e;
    }
    tell(observed, create.notice());
  }

  private void moveRelated(Observed<R, D> observed, Action.MoveRelated move)
      throws AwsCallException {
    send(move.request());
    account.of(move.kind()).moved(move.arn(), move.status());
    tell(observed, move.notice());
  }

  private void delete(Observed<R, D> observed, Action.Delete delete) throws AwsCallException {
    try {
      send(delete.request());
      account.of(kind.calls()).deleted(delete.arn());
      tell(observed, delete.notice());
    } catch (AwsCallException e) {
      if (e.failure().kind() != FailureClass.GONE) {
        throw e;
      }
      account.describeNext(kind.calls(), delete.arn());
    }
  }

  private void tag(Observed<R, D> observed, Action.Tag tag) throws AwsCallException {
    account
        .connection()
        .call(
            client ->
                client.tagResource(
                    r ->
                        r.resourceArn(tag.arn())
                            .tags(
                                tag.set().entrySet().stream()
                                    .map(
                                        t ->
                                            Tag.builder()
                                                .tagKey(t.getKey())
                                                .tagValue(t.getValue())
                                                .build())
                                    .toList())));
    Map<String, String> after = new HashMap<>(tag.before());
    after.putAll(tag.set());
    account.of(kind.calls()).tagged(tag.arn(), after);
    tell(observed, tag.notice());
  }

  private void untag(Observed<R, D> observed, Action.Untag untag) throws AwsCallException {
    account
        .connection()
        .call(
            client -> client.untagResource(r -> r.resourceArn(untag.arn()).tagKeys(untag.keys())));
    Map<String, String> after = new HashMap<>(untag.before());
    after.keySet().removeAll(untag.keys());
    account.of(kind.calls()).tagged(untag.arn(), after);
    tell(observed, untag.notice());
  }

  private void readTags(Action.ReadTags read) throws AwsCallException {
    try {
      account.of(kind.calls()).tagged(read.arn(), account.connection().tagsOf(read.arn()));
    } catch (AwsCallException e) {
      if (e.failure().kind() == FailureClass.GONE) {
        account.describeNext(kind.calls(), read.arn());
      }
      throw e;
    }
  }

  private void inKubernetes(Runnable write) throws AwsCallException {
    try {
      write.run();
    } catch (KubernetesClientException e) {
      String message = e.getStatus() == null ? e.getMessage() : e.getStatus().getMessage();
      throw new AwsCallException(
          new AwsFailure(FailureClass.NOT_PUBLISHED, "ConfigMap", message), e);
    }
  }

  private String uid(Observed<R, D> observed) {
    return observed.resource().getMetadata().getUid();
  }

  private void tell(Observed<R, D> observed, Notice notice) {
    events.record(observed.resource(), notice);
  }
}
