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
  /** The three states of kstatus, work by schedule, and a suspended resource. */
  public enum State {
    /** As the manifest says. */
    SETTLED,
    /**
     * What the manifest says is in force and serves, and what happens by schedule is under way: a
     * raise, a rollout, a training, a rotation, or a look at what has changed in AWS. It is not
     * Reconciling, else GitOps tools would wait for it every hour.
     */
    SCHEDULED,
    /** On the way to what the manifest says: at work, or waiting for something. */
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

  /** Under way by schedule; the resource serves as the manifest says. */
  public static Verdict scheduled(Reason reason, String message) {
    return new Verdict(State.SCHEDULED, reason, message, true);
  }

  /** Under way to what the manifest says. */
  public static Verdict progressing(Reason reason, String message, boolean serving) {
    return new Verdict(State.PROGRESSING, reason, message, serving);
  }

  /** Stuck until a person does something. */
  public static Verdict stalled(Reason reason, String message, boolean serving) {
    return new Verdict(State.STALLED, reason, message, serving);
  }

  /** Whether the operator or AWS is at work on it, or waits for something. */
  public boolean isUnderWay() {
    return state == State.PROGRESSING || state == State.SCHEDULED;
  }

  /** The same with other words. */
  public Verdict withMessage(String other) {
    return new Verdict(state, reason, other, serving);
  }

  /** Not changed, as the user asked. */
  public static Verdict suspended(String message, boolean serving) {
    return new Verdict(State.SUSPENDED, Reason.Suspended, message, serving);
  }
}
