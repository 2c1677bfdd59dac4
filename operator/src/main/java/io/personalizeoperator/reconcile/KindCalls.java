package io.personalizeoperator.reconcile;

import io.personalizeoperator.account.RemoteKind;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.personalize.model.PersonalizeRequest;

/**
 * The calls of one kind: how it is read (see {@link RemoteKind}) and how the requests that its
 * decider makes are sent.
 *
 * @param <D> the details that AWS gives of it
 */
public interface KindCalls<D> extends RemoteKind<D> {
  /**
   * Sends a request.
   *
   * @return the ARN in the answer, or null for answers without one
   * @throws IllegalArgumentException for a request that is none of the kind's
   */
  @Nullable String send(PersonalizeClient client, PersonalizeRequest request);

  /**
   * The details that a resource has after a request was accepted.
   *
   * @param request a creation or an update
   * @param arn of the resource
   * @param before the details before it; null for a creation
   */
  @Nullable D detailsAfter(PersonalizeRequest request, String arn, @Nullable D before);

  /** For kinds that got a request of another kind. */
  static IllegalArgumentException unknown(PersonalizeRequest request) {
    return new IllegalArgumentException("Not a call of this kind: " + request.getClass());
  }
}
