package io.personalizeoperator.decision;

import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.aws.Arn;
import java.util.Optional;

/**
 * A parent as observed.
 *
 * @param reference what the spec says
 * @param resource the custom resource, if there is one of that name or ARN
 */
public record Parent(
    ParentReference reference, Optional<? extends PersonalizeResource<?, ?>> resource) {

  /** Its ARN, once it has one. */
  public Optional<String> arn() {
    return reference.arn().or(() -> resource.map(r -> r.lifecycle().arn()));
  }

  /** Its name in AWS, which a custom resource has before it has an ARN. */
  public Optional<String> awsName() {
    return reference.arn().map(Arn::idOf).or(() -> resource.map(PersonalizeResource::awsName));
  }

  /**
   * Whether AWS allows others to depend on it: it is ACTIVE as its custom resource says. What is
   * managed elsewhere counts as ACTIVE: AWS says if it is not.
   */
  public boolean isReady() {
    return resource
        .map(PersonalizeResource::lifecycle)
        .map(l -> l.arn() != null && "ACTIVE".equals(l.awsStatus()))
        .orElse(reference.arn().isPresent());
  }

  /** A change of its manifest that is not in force yet. */
  public Optional<PendingChange> pendingChange() {
    return resource.flatMap(PendingChange::of);
  }

  /** Its kind, as manifests spell it. */
  public String kindName() {
    return reference.kind().getSimpleName();
  }

  /** Why it is not ready, in a sentence. */
  public String whatIsMissing() {
    if (resource.isEmpty()) {
      return kindName()
          + " "
          + reference.name().orElse("?")
          + " does not exist in this namespace; apply it, or fix the"
          + " reference.";
    }
    String status = resource.get().lifecycle().awsStatus();
    return kindName()
        + " "
        + resource.get().getMetadata().getName()
        + " is "
        + (status == null ? "not in Amazon Personalize yet" : status)
        + ".";
  }
}
