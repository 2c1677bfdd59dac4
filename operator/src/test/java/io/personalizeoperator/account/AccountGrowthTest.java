package io.personalizeoperator.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.personalizeoperator.aws.AwsConnection;
import io.personalizeoperator.aws.AwsFailure;
import io.personalizeoperator.aws.FailureClass;
import io.personalizeoperator.clock.Alarms;
import io.personalizeoperator.clock.ManualClock;
import io.personalizeoperator.clock.ManualScheduler;
import io.personalizeoperator.clock.Wakeable;
import io.personalizeoperator.ratelimit.RateLimiter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Resources come, vanish and are deleted for a long time, each with a name of its own: nothing that
 * is kept of them grows. The time is 10,000 minutes; {@code -Dsoak.minutes=1000000} makes it a long
 * run, which belongs on a small heap ({@code -Xmx32m}).
 */
class AccountGrowthTest {
  private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");
  private static final int MINUTES = Integer.getInteger("soak.minutes", 10_000);
  private static final int ALIVE = 20;
  private static final AwsFailure FULL =
      new AwsFailure(FailureClass.WAIT_FOR_CHANGE, "LimitExceededException", "Full.");

  private final ManualClock clock = new ManualClock(START);
  private final ManualScheduler scheduler = new ManualScheduler();
  private final Alarms alarms = new Alarms(clock, scheduler);
  private final AwsConnection connection =
      new AwsConnection(
          Optional.of("eu-west-1"),
          Optional.empty(),
          new RateLimiter(1_000_000, clock, scheduler, Runnable::run, Runnable::run),
          new SimpleMeterRegistry());
  private final AccountView account =
      new AccountView(connection, clock, alarms, Duration.ofMinutes(5));
  private final ScriptedKind kind = new ScriptedKind(clock);
  private final Deque<Resident> alive = new ArrayDeque<>();
  private long wakes;

  /** A custom resource and what it looks at; equal to nothing but itself. */
  private record Resident(String name, Wakeable pass, QuotaScope scope) {
    String group() {
      return "filter/" + name;
    }
  }

  @Test
  void whatIsKeptOfTheDepartedDoesNotGrow() throws Exception {
    connection.learnAccount(ScriptedKind.arn("x"));
    int calls = 0;
    for (int minute = 0; minute < MINUTES; minute++) {
      clock.set(START.plus(Duration.ofMinutes(minute)));
      scheduler.advance(Duration.ofMinutes(1));
      arrive(minute);
      if (alive.size() > ALIVE) {
        depart(alive.removeFirst(), minute);
      }
      calls += kind.calls.size();
      kind.calls.clear();
    }
    KindView<String> view = account.of(kind);
    assertThat(view.size()).isLessThan(2 * ALIVE);
    assertThat(view.absences()).isLessThanOrEqualTo(ALIVE + 1);
    assertThat(account.quotas().waiting()).isLessThanOrEqualTo(ALIVE + 1);
    assertThat(wakes).isPositive();
    assertThat(calls).as("calls to AWS").isLessThan(MINUTES * 4);
    while (!alive.isEmpty()) {
      depart(alive.removeFirst(), 0);
    }
    assertThat(view.isWatched()).isFalse();
    assertThat(view.absences()).isZero();
    assertThat(account.quotas().waiting()).isZero();
  }

  private void arrive(int minute) {
    String name = "f" + minute;
    Wakeable pass = () -> wakes++;
    Resident resident = new Resident(name, pass, new QuotaScope("filter", "group-" + minute));
    alive.addLast(resident);
    KindView<String> view = account.of(kind);
    view.watch(resident.group(), pass);
    switch (minute % 4) {
      case 0 -> view.refresh();
      case 1 -> account.quotas().refused(resident.scope, pass, Instant.MAX, FULL);
      case 2 -> {
        // Does not exist, which is proven.
        try {
          account.describe(kind, ScriptedKind.arn(name));
        } catch (Exception e) {
          throw new IllegalStateException(e);
        }
      }
      default -> {
        kind.put(name, "CREATE IN_PROGRESS", clock.instant());
        view.created(ScriptedKind.arn(name), "details", name, Map.of("k", name));
      }
    }
  }

  private void depart(Resident resident, int minute) {
    String arn = ScriptedKind.arn(resident.name);
    if (minute % 2 == 0 && kind.resources.containsKey(arn)) {
      account.of(kind).deleted(arn);
    }
    kind.resources.remove(arn);
    account.of(kind).unwatch(resident.group(), resident.pass);
    account.quotas().leave(resident.pass);
  }
}
