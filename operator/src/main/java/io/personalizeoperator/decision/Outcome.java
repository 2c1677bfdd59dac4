package io.personalizeoperator.decision;

import io.personalizeoperator.account.RemoteKind.Described;
import io.personalizeoperator.api.LifecycleStatus;
import io.personalizeoperator.aws.AwsFailure;
import java.util.List;
import java.util.Optional;

/**
 * What became of an action. The pass that made it decides once more with it, so that the status
 * reports the outcome before any list of AWS shows it.
 */
public sealed interface Outcome {
  /** The action. */
  Action action();

  /** Whether what was asked for is done, now or before. */
  default boolean isDone() {
    return true;
  }

  /**
   * AWS made something.
   *
   * @param arn its ARN
   */
  record Created(Action action, String arn) implements Outcome {}

  /**
   * Something of that name existed: for a name that follows from a tick or a run this means that it
   * was done before.
   *
   * @param arn its ARN, if it could be looked up
   * @param failure AWS's answer
   */
  record Existed(Action action, Optional<String> arn, AwsFailure failure) implements Outcome {}

  /**
   * What was to be deleted was not there any more, as AWS answers; the view may need a while to
   * believe it.
   *
   * @param failure AWS's answer
   */
  record WasGone(Action action, AwsFailure failure) implements Outcome {}

  /** It was done. */
  record Done(Action action) implements Outcome {}

  /**
   * AWS has listed what was asked for.
   *
   * @param action the question
   * @param items all that AWS lists
   */
  record Listed(Action.ListOf action, List<Described<?>> items) implements Outcome {
    public Listed {
      items = List.copyOf(items);
    }
  }

  /**
   * It was not done.
   *
   * @param failure why
   */
  record Refused(Action action, AwsFailure failure) implements Outcome {
    @Override
    public boolean isDone() {
      return false;
    }
  }

  /**
   * No answer came, or none that says: it may have been done.
   *
   * @param failure what came instead
   */
  record Unknown(Action action, AwsFailure failure) implements Outcome {
    @Override
    public boolean isDone() {
      return false;
    }
  }

  /** The common status with what the action put into it. */
  default LifecycleStatus reflectedIn(LifecycleStatus before) {
    if (!isDone()) {
      return before;
    }
    return switch (action()) {
      case Action.AnnouncePublication announce -> before.withPublished(announce.to());
      case Action.PublishArn publish -> before.withPublished(publish.to());
      case Action.Unpublish unpublish -> before.withPublished(null);
      case Action.AssignRole assign when assign.role() == Role.SERVING ->
          assign.revision().recorded().onto(before);
      default -> before;
    };
  }
}
