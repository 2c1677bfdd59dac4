package io.personalizeoperator.reconcile;

import io.personalizeoperator.account.AccountView;
import io.personalizeoperator.api.LifecycleStatus;
import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.aws.AwsFailure;
import io.personalizeoperator.clock.Wakeable;
import io.personalizeoperator.decision.Action;
import io.personalizeoperator.decision.Attempts;
import io.personalizeoperator.decision.Decision;
import io.personalizeoperator.decision.LifecycleDecider;
import io.personalizeoperator.decision.Observed;
import io.personalizeoperator.decision.Outcome;
import io.personalizeoperator.ratelimit.CallOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One pass, which is one reconciliation of one custom resource: observe, decide, act, report. A
 * pass changes one thing at the most; what became of it is observed and decided upon before it is
 * reported, so that one status write has the outcome.
 *
 * @param <R> the custom resource
 * @param <D> the details that AWS gives of it
 */
final class Pass<R extends PersonalizeResource<?, ?>, D> {
  /** What the passes of a kind share. */
  record Parts<R extends PersonalizeResource<?, ?>, D>(
      ReconcilerDependencies dependencies,
      KindCalls<D> calls,
      LifecycleDecider<R, D> decider,
      Observer<R, D> observer,
      ActionRunner<R, D> runner,
      Reporter<R> reporter,
      AttemptMemory attempts,
      UnreportedOutcomes unreported) {}

  private final Parts<R, D> parts;
  private final R resource;
  private final AccountView account;
  private final Wakeable wakeable;
  private final Reporter.Target<R> target;
  private final QuotaTurn quotas;
  private final List<Outcome> outcomes = new ArrayList<>();
  private LifecycleStatus before;
  private boolean changed;

  Pass(Parts<R, D> parts, R resource, Wakeable wakeable, Reporter.Target<R> target) {
    this.parts = parts;
    this.resource = resource;
    this.account = parts.dependencies().accounts().of(resource);
    this.wakeable = wakeable;
    this.target = target;
    this.quotas = new QuotaTurn(account.quotas(), parts.calls(), wakeable);
    this.before = resource.lifecycle();
    for (Outcome earlier : parts.unreported().of(resource)) {
      outcomes.add(earlier);
      before = earlier.reflectedIn(before);
    }
  }

  PassEnd run() {
    while (true) {
      Observed<R, D> observed =
          parts.observer().observe(resource, account, before, attempts(), List.copyOf(outcomes));
      Decision decision = parts.decider().decide(observed);
      Action action = decision.action().orElse(null);
      if (action == null || action instanceof Action.RemoveFinalizer) {
        quotas.skip();
        return reported(decision, decision.wakeAt());
      }
      if (changed && action.isMutating()) {
        return reported(decision, Optional.of(observed.now()));
      }
      Optional<Outcome> held = quotas.waitFor(action, decision.neededBy());
      if (held.isPresent()) {
        remember(held.get(), observed, decision);
        continue;
      }
      if (action.callsAws() && !isAdmitted(action, decision.neededBy())) {
        return queued(observed, decision);
      }
      if (!act(observed, action, decision)) {
        return new PassEnd.Stopping();
      }
    }
  }

  private Attempts attempts() {
    Attempts attempts = parts.attempts().of(resource);
    return quotas.hasCome() ? attempts.inTurn(parts.dependencies().clock().instant()) : attempts;
  }

  private boolean isAdmitted(Action action, Instant neededBy) {
    if (outcomes.stream().anyMatch(Outcome.Listed.class::isInstance)) {
      // The list is known in this pass only: queued, the call would have to list again.
      account.connection().countNext();
      return true;
    }
    return account.connection().admits(CallOrder.of(action.priority(), neededBy), wakeable);
  }

  /** False when the operator stops before anything is done. */
  private boolean act(Observed<R, D> observed, Action action, Decision decision) {
    Outcome outcome = parts.runner().run(account, observed, action);
    boolean stopping =
        outcome instanceof Outcome.Unknown unknown && unknown.failure().equals(AwsFailure.STOPPING);
    if (stopping) {
      return changed;
    }
    outcomes.add(outcome);
    before = outcome.reflectedIn(before);
    quotas.tried(outcome, decision.neededBy());
    remember(outcome, observed, decision);
    if (action.isMutating()) {
      changed = true;
      parts.dependencies().rooms().yieldToWaiting();
    }
    return true;
  }

  private void remember(Outcome outcome, Observed<R, D> observed, Decision decision) {
    boolean hurried = !decision.neededBy().equals(Instant.MAX);
    parts.attempts().remember(resource, outcome, observed.now(), hurried);
  }

  private PassEnd reported(Decision decision, Optional<Instant> wakeAt) {
    account.connection().leave(wakeable);
    report(decision, wakeAt);
    return new PassEnd.Reported(decision);
  }

  /** What cannot be reported now is kept for the next pass. */
  private void report(Decision decision, Optional<Instant> wakeAt) {
    parts.unreported().keep(resource, outcomes);
    if (parts.reporter().report(target, decision, wakeAt)) {
      parts.unreported().forget(resource);
    }
  }

  /** The call is queued, and wakes the resource in its turn; news is reported. */
  private PassEnd queued(Observed<R, D> observed, Decision decision) {
    if (changed) {
      report(decision, decision.wakeAt());
    } else if (parts.dependencies().gate().isOpen()) {
      reportWhileQueued(decision, parts.decider().whileQueued(observed, decision));
    }
    return new PassEnd.Queued();
  }

  private void reportWhileQueued(Decision decision, Decision whileQueued) {
    if (whileQueued.equals(decision) && decision.notices().isEmpty()) {
      parts.reporter().setAlarm(resource, resource.getStatus(), decision.wakeAt());
    } else {
      parts.dependencies().rooms().yieldToWaiting();
      report(whileQueued, whileQueued.wakeAt());
    }
  }
}
