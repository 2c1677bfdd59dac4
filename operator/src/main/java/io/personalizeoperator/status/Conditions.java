package io.personalizeoperator.status;

import io.personalizeoperator.api.Condition;
import io.personalizeoperator.api.ConditionStatus;
import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.status.Verdict.State;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Turns a verdict into the three conditions of kstatus. */
public final class Conditions {
  public static final String READY = "Ready";
  public static final String RECONCILING = "Reconciling";
  public static final String STALLED = "Stalled";

  /** Longest message (Kubernetes: metav1.Condition). */
  private static final int MESSAGE_LENGTH = 1024;

  private Conditions() {}

  /**
   * The conditions after a pass. {@code lastTransitionTime} moves only where the status does.
   *
   * @param before the conditions before the pass
   * @param verdict what the pass has found
   * @param generation the generation that it looked at
   * @param now the time of the pass
   */
  public static List<Condition> after(
      List<Condition> before, Verdict verdict, long generation, Instant now) {
    State state = verdict.state();
    return List.of(
        condition(before, READY, verdict.serving(), verdict, generation, now),
        condition(before, RECONCILING, state == State.PROGRESSING, verdict, generation, now),
        condition(before, STALLED, state == State.STALLED, verdict, generation, now));
  }

  /** The condition of a type. */
  public static Optional<Condition> find(List<Condition> conditions, String type) {
    return conditions.stream().filter(c -> c.type().equals(type)).findFirst();
  }

  /** Whether the condition of a type is True. */
  public static boolean isTrue(List<Condition> conditions, String type) {
    return find(conditions, type).filter(c -> c.status() == ConditionStatus.True).isPresent();
  }

  /** Whether a resource is Ready, and that is said of the spec as it is now. */
  public static boolean isReadyAsWritten(PersonalizeResource<?, ?> resource) {
    return isTrue(resource.lifecycle().conditions(), READY)
        && Objects.equals(
            resource.getMetadata().getGeneration(), resource.lifecycle().observedGeneration());
  }

  /**
   * One condition after a pass, for conditions that a kind adds.
   *
   * @param before the conditions before the pass
   * @param type its type
   * @param status its status
   * @param reason why, for programs
   * @param message why, for people
   * @param generation the generation that the pass looked at
   * @param now the time of the pass
   */
  public static Condition one(
      List<Condition> before,
      String type,
      ConditionStatus status,
      Reason reason,
      String message,
      long generation,
      Instant now) {
    Instant since =
        find(before, type)
            .filter(old -> old.status() == status)
            .map(Condition::lastTransitionTime)
            .orElse(now.truncatedTo(ChronoUnit.SECONDS));
    return new Condition(
        type,
        status,
        reason.name(),
        message.length() <= MESSAGE_LENGTH ? message : message.substring(0, MESSAGE_LENGTH),
        since,
        generation);
  }

  /**
   * A condition that says whether something goes on, such as Updating; it has the reason's name.
   * Work by schedule shows only here, because it is not Reconciling.
   *
   * @param before the conditions before the pass
   * @param what what may go on
   * @param message what goes on; empty where nothing does
   * @param idle the message where nothing does
   * @param generation the generation that the pass looked at
   * @param now the time of the pass
   */
  public static Condition activity(
      List<Condition> before,
      Reason what,
      Optional<String> message,
      String idle,
      long generation,
      Instant now) {
    return one(
        before,
        what.name(),
        message.isPresent() ? ConditionStatus.True : ConditionStatus.False,
        message.isPresent() ? what : Reason.Idle,
        message.orElse(idle),
        generation,
        now);
  }

  private static Condition condition(
      List<Condition> before,
      String type,
      boolean holds,
      Verdict verdict,
      long generation,
      Instant now) {
    ConditionStatus status = holds ? ConditionStatus.True : ConditionStatus.False;
    return one(before, type, status, verdict.reason(), verdict.message(), generation, now);
  }
}
