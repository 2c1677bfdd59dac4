package io.personalizeoperator.decision;

import io.personalizeoperator.api.ChangingStatus;
import io.personalizeoperator.api.Condition;
import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.status.Conditions;
import io.personalizeoperator.status.Sentences;
import java.util.Objects;
import java.util.Optional;

/**
 * A change of a manifest that AWS does not have yet, of which others must not make anything before:
 * an import that starts on the old schema drops the new columns.
 *
 * @param message what is under way, in a sentence that names the resource
 * @param isRefused whether it does not go on by itself: a person has to do something first
 */
public record PendingChange(String message, boolean isRefused) {

  /**
   * The change of a resource that is not in force yet.
   *
   * @return empty for kinds whose manifest cannot change in what others build on, and before the
   *     first report: then the resource is not ready at all
   */
  public static Optional<PendingChange> of(PersonalizeResource<?, ?> resource) {
    if (!(resource.getStatus() instanceof ChangingStatus status)) {
      return Optional.empty();
    }
    String name = resource.getClass().getSimpleName() + " " + resource.getMetadata().getName();
    if (!Objects.equals(
        resource.getMetadata().getGeneration(), resource.lifecycle().observedGeneration())) {
      return Optional.of(new PendingChange(name + " has a change that is not applied yet.", false));
    }
    if (status.inForce()) {
      return Optional.empty();
    }
    var conditions = resource.lifecycle().conditions();
    String why =
        Conditions.find(conditions, Conditions.READY).map(Condition::message).orElse("unknown");
    boolean goesOn = status.changing() || Conditions.isTrue(conditions, Conditions.RECONCILING);
    return Optional.of(
        new PendingChange(
            name + " is not as its manifest says yet: " + Sentences.ofAws(why), !goesOn));
  }
}
