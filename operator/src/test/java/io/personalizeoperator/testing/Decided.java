package io.personalizeoperator.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.api.Condition;
import io.personalizeoperator.api.LifecycleStatus;
import io.personalizeoperator.decision.Action;
import io.personalizeoperator.decision.Decision;
import io.personalizeoperator.status.Conditions;
import java.time.Instant;

/**
 * A decision as tests look at it.
 *
 * @param decision the decision
 */
public record Decided(Decision decision) {
  public LifecycleStatus status() {
    return decision.status().orElseThrow().lifecycle();
  }

  public String reason() {
    return ready().reason();
  }

  public String message() {
    return ready().message();
  }

  private Condition ready() {
    return Conditions.find(status().conditions(), Conditions.READY).orElseThrow();
  }

  public boolean isReady() {
    return Conditions.isTrue(status().conditions(), Conditions.READY);
  }

  public boolean isReconciling() {
    return Conditions.isTrue(status().conditions(), Conditions.RECONCILING);
  }

  public boolean isStalled() {
    return Conditions.isTrue(status().conditions(), Conditions.STALLED);
  }

  /** The action, which has to be of this type. */
  public <A extends Action> A action(Class<A> type) {
    assertThat(decision.action()).containsInstanceOf(type);
    return type.cast(decision.action().orElseThrow());
  }

  /** Fails when there is anything to do. */
  public Decided doesNothing() {
    assertThat(decision.action()).isEmpty();
    return this;
  }

  /** Stalled for this reason, with nothing to do. */
  public Decided isStalledBy(String reason) {
    doesNothing();
    assertThat(reason()).isEqualTo(reason);
    assertThat(isStalled()).isTrue();
    assertThat(isReconciling()).isFalse();
    return this;
  }

  /** At work, or waiting, for this reason. */
  public Decided isReconcilingBy(String reason) {
    assertThat(reason()).isEqualTo(reason);
    assertThat(isReconciling()).isTrue();
    assertThat(isStalled()).isFalse();
    return this;
  }

  public Instant wakeAt() {
    return decision.wakeAt().orElseThrow();
  }
}
