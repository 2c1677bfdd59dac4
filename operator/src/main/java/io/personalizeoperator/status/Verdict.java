package io.personalizeoperator.status;

/**
 * What a pass has found, from which the conditions follow.
 *
 * @param state how it stands
 * @param reason why, for programs
 * @param message why, for people, and what to do next; the same words for the same state
 * @param serving whether the resource can be used though the state is not {@link State#SETTLED}
 */
public record Verdict(State state, Reason reason, String message, boolean serving) {
  /** The three states of kstatus, and a suspended resource. */
  public enum State {
    /** As the manifest says. */
    SETTLED,
    /** The operator or AWS is at work, or waits for something. */
    PROGRESSING,
    /** A person has to do something. */
    STALLED,
    /** The user wants nothing done. */
    SUSPENDED
  }

  /** As the manifest says. */
  public static Verdict settled(Reason reason, String message) {
    return new Verdict(State.SETTLED, reason, message, true);
  }

  /** Under way. */
  public static Verdict progressing(Reason reason, String message, boolean serving) {
    return new Verdict(State.PROGRESSING, reason, message, serving);
  }

  /** Stuck until a person does something. */
  public static Verdict stalled(Reason reason, String message, boolean serving) {
    return new Verdict(State.STALLED, reason, message, serving);
  }

  /** Not changed, as the user asked. */
  public static Verdict suspended(String message, boolean serving) {
    return new Verdict(State.SUSPENDED, Reason.Suspended, message, serving);
  }
}
