package io.personalizeoperator.decision;

import io.personalizeoperator.status.Reason;
import java.util.Optional;
import java.util.Set;

/**
 * What is always true of a kind.
 *
 * @param noun what people call it, such as {@code dataset group}
 * @param all its traits
 * @param creating how a creation under way is reported
 * @param failed how a failed creation is reported
 * @param howToTryAgain what the user does to have a failed creation tried again; empty where that
 *     does not help
 */
public record Traits(
    String noun, Set<Trait> all, Reason creating, Reason failed, Optional<String> howToTryAgain) {

  /** A kind whose creations are reported as such. */
  public static Traits of(String noun, Trait... traits) {
    Set<Trait> all = Set.of(traits);
    Optional<String> recreate =
        all.contains(Trait.UNDELETABLE) ? Optional.empty() : Optional.of(Recreation.how());
    return new Traits(noun, all, Reason.Creating, Reason.CreateFailed, recreate);
  }

  /**
   * A kind of jobs, which AWS cannot delete and whose start settles the data that they see.
   *
   * @param running how a job under way is reported
   * @param failed how a failed job is reported
   * @param howToTryAgain what the user does to have it tried again
   */
  public static Traits ofJob(String noun, Reason running, Reason failed, String howToTryAgain) {
    return new Traits(
        noun,
        Set.of(Trait.UNDELETABLE, Trait.SETTLES),
        running,
        failed,
        Optional.of(howToTryAgain));
  }

  /** Whether a trait is the kind's. */
  public boolean has(Trait trait) {
    return all.contains(trait);
  }

  /** The type in its ARNs, such as {@code dataset-group}. */
  String arnType() {
    return noun.replace(' ', '-');
  }

  boolean isTaggable() {
    return !has(Trait.UNTAGGABLE);
  }
}
