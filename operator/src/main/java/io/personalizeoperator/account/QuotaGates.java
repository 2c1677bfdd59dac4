package io.personalizeoperator.account;

import io.personalizeoperator.aws.AwsFailure;
import io.personalizeoperator.clock.Alarms;
import io.personalizeoperator.clock.Wakeable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The quotas of one account and region that are used up, and who waits for each. A quota is known
 * by AWS's refusal alone; from then on nobody calls for it but one probe at a time ({@link
 * QuotaGate}). In memory only: after a start every quota counts as free until AWS refuses.
 *
 * <p>At most the calls that are under way when AWS first refuses, and one for each probe, are
 * refused, however many resources wait. A gate at which nobody waits any more stays for a day after
 * the last refusal: those that come then go one by one.
 */
public final class QuotaGates {
  private final InstantSource clock;
  private final Alarms alarms;
  private final Map<QuotaScope, QuotaGate> closed = new HashMap<>();

  /** Key of the alarm of a quota. */
  private record AlarmKey(QuotaGates gates, QuotaScope scope) {}

  /** All quotas count as free. */
  QuotaGates(InstantSource clock, Alarms alarms) {
    this.clock = clock;
    this.alarms = alarms;
  }

  /**
   * Whether a creation has to wait for a quota. If so, the pass is woken when it is its turn, to
   * decide and to ask again.
   *
   * @param pass is woken
   * @param neededBy those that are needed first go first; Instant.MAX where nothing hurries
   * @return AWS's last refusal while it has to wait; empty when it may call
   */
  public Optional<AwsFailure> holding(QuotaScope scope, Wakeable pass, Instant neededBy) {
    Optional<Wakeable> next;
    AwsFailure failure;
    synchronized (this) {
      QuotaGate gate = closed.get(scope);
      if (gate == null || gate.isProbe(pass)) {
        return Optional.empty();
      }
      gate.put(pass, neededBy);
      next = takeNext(scope, gate);
      failure = gate.failure();
    }
    if (next.isPresent() && next.get().equals(pass)) {
      return Optional.empty();
    }
    next.ifPresent(Wakeable::wake);
    return Optional.of(failure);
  }

  /** Whether it is the turn of a pass: a refusal for the quota holds it back no longer. */
  public synchronized boolean hasTurn(Wakeable pass) {
    return closed.values().stream().anyMatch(gate -> gate.isProbe(pass));
  }

  /**
   * A creation worked, or AWS's answer says nothing of the quota: the next goes, if there is room.
   */
  public void answered(QuotaScope scope, Wakeable pass, boolean worked) {
    synchronized (this) {
      QuotaGate gate = closed.get(scope);
      if (gate != null && worked) {
        gate.worked(pass, clock.instant());
      } else if (gate != null) {
        gate.leave(pass);
      }
    }
    proceed(scope);
  }

  /** AWS refused a creation for a quota. */
  public void refused(QuotaScope scope, Wakeable pass, Instant neededBy, AwsFailure failure) {
    Instant now = clock.instant();
    synchronized (this) {
      QuotaGate gate = closed.get(scope);
      if (gate == null) {
        closed.put(scope, new QuotaGate(pass, neededBy, failure, now));
      } else {
        gate.refused(pass, neededBy, failure, now);
      }
    }
    proceed(scope);
  }

  /** A creation had no answer: it may have worked, and its pass finds out. */
  public void unanswered(QuotaScope scope, Wakeable pass, Instant neededBy) {
    synchronized (this) {
      QuotaGate gate = closed.get(scope);
      if (gate != null) {
        gate.unanswered(pass, neededBy, clock.instant());
      }
    }
    proceed(scope);
  }

  /** A pass whose turn it was has ended without a call: the next goes. */
  public void skipped(Wakeable pass) {
    leaveAll(pass, true);
  }

  /** The resource is gone. */
  public void leave(Wakeable pass) {
    leaveAll(pass, false);
  }

  private void leaveAll(Wakeable pass, boolean onlyProbes) {
    List<QuotaScope> left = new ArrayList<>();
    synchronized (this) {
      closed.forEach(
          (scope, gate) -> {
            if (!onlyProbes || gate.isProbe(pass)) {
              gate.leave(pass);
              left.add(scope);
            }
          });
    }
    left.forEach(this::proceed);
  }

  /**
   * Something has ended that may have counted: its creation has come to an end, or it is gone.
   *
   * @param type its kind; as it is not known which parent's quota it counted in, all take note
   */
  void ended(String type) {
    List<QuotaScope> affected;
    synchronized (this) {
      affected = closed.keySet().stream().filter(scope -> scope.type().equals(type)).toList();
      affected.forEach(scope -> Objects.requireNonNull(closed.get(scope)).ended());
    }
    affected.forEach(this::proceed);
  }

  /** How many resources wait for quotas. */
  public synchronized int waiting() {
    return closed.values().stream().mapToInt(QuotaGate::waiting).sum();
  }

  /** Wakes the next in order if it is its turn. */
  private void proceed(QuotaScope scope) {
    Optional<Wakeable> next;
    synchronized (this) {
      QuotaGate gate = closed.get(scope);
      if (gate == null) {
        return;
      }
      next = takeNext(scope, gate);
    }
    next.ifPresent(Wakeable::wake);
  }

  /** The next in order if it is its turn; sets when to look again, or forgets a useless gate. */
  private Optional<Wakeable> takeNext(QuotaScope scope, QuotaGate gate) {
    Instant now = clock.instant();
    Optional<Wakeable> next = gate.next(now);
    AlarmKey key = new AlarmKey(this, scope);
    Instant lookAt = gate.nextTurn().orElseGet(gate::uselessAt);
    if (gate.isEmpty() && !lookAt.isAfter(now)) {
      closed.remove(scope);
      alarms.clear(key);
    } else if (lookAt.isAfter(now)) {
      alarms.set(key, lookAt, () -> proceed(scope));
    } else {
      alarms.clear(key);
    }
    return next;
  }
}
