package io.personalizeoperator.reconcile;

import io.personalizeoperator.account.RemoteKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.personalize.model.PersonalizeRequest;

/**
 * How AWS shows one kind: how it is read (see {@link RemoteKind}), and what a request that was
 * accepted makes of it. {@link Requests} sends the requests.
 *
 * @param <D> the details that AWS gives of it
 */
public interface KindCalls<D> extends RemoteKind<D> {
  /**
   * The details that a resource has after a request was accepted.
   *
   * @param request a creation or an update
   * @param arn of the resource
   * @param before the details before it; null for a creation
   */
  @Nullable D detailsAfter(PersonalizeRequest request, String arn, @Nullable D before);

  /**
   * ARN of the parent whose quota a refused creation has met, where lists name the parent of each
   * resource.
   */
  default Optional<String> filledParent(PersonalizeRequest creation) {
    return Optional.empty();
  }
}
