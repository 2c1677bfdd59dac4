package io.personalizeoperator.account;

import io.personalizeoperator.account.RemoteKind.Described;
import io.personalizeoperator.account.RemoteKind.Page;
import io.personalizeoperator.aws.AwsCallException;
import io.personalizeoperator.aws.AwsConnection;
import io.personalizeoperator.aws.AwsFailure;
import io.personalizeoperator.clock.Alarms;
import io.personalizeoperator.clock.OperatorClock;
import io.personalizeoperator.ratelimit.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the view of one kind fresh: whole lists at the sweep interval; while AWS is at work on
 * something, sooner, by Describe for few resources and by lists for many, whichever takes fewer
 * calls.
 */
final class Sweeper<D> implements ViewRefresher {
  private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
  private static final int PAGE = 100;

  /** Lists tell little of updates: after each list so many of them are described. */
  private static final int UPDATES_AT_ONCE = 20;

  private static final Duration SHORTEST_POLL = Duration.ofMillis(500);
  private static final Duration LONGEST_POLL = Duration.ofSeconds(30);
  private static final Duration LONGEST_RETRY = Duration.ofMinutes(1);

  /** However fast the clock runs, the machine polls no more often than this (real time). */
  private static final Duration REAL_FLOOR = Duration.ofMillis(100);

  private final KindView<D> view;
  private final AccountView account;
  private final OperatorClock clock;
  private final Alarms alarms;
  private final Duration sweepInterval;
  private final Executor threads;
  private final AtomicBoolean started = new AtomicBoolean();
  private final AtomicBoolean running = new AtomicBoolean();

  /** Asked for since the running sweep began; that one may have listed before. */
  private final AtomicBoolean refreshAsked = new AtomicBoolean();

  /** A look that is later (real time) will not come any more. */
  private static final Duration LATE = Duration.ofMinutes(1);

  private volatile Instant nextSweep;
  private volatile Instant nextLook = Instant.MAX;
  private volatile int failures;

  Sweeper(
      KindView<D> view,
      AccountView account,
      OperatorClock clock,
      Alarms alarms,
      Duration sweepInterval,
      Executor threads) {
    this.view = view;
    this.account = account;
    this.clock = clock;
    this.alarms = alarms;
    this.sweepInterval = sweepInterval;
    this.threads = threads;
  }

  @Override
  public void onFirstWatch() {
    if (started.compareAndSet(false, true)) {
      nextSweep = clock.instant();
      nextLook = nextSweep;
      threads.execute(this::run);
    }
  }

  /** Whether the next look should have begun more than a minute (real time) ago. */
  boolean isOverdue() {
    Instant now = clock.instant();
    Instant due = nextLook;
    return started.get()
        && !running.get()
        && due.isBefore(now)
        && clock.inRealTime(Duration.between(due, now)).compareTo(LATE) > 0;
  }

  @Override
  public synchronized void onTransition() {
    boolean soonEnough = nextLook.isBefore(clock.instant().plus(realFloor()).plus(SHORTEST_POLL));
    if (started.get() && !running.get() && !soonEnough) {
      schedule();
    }
  }

  @Override
  public void refresh() {
    refreshAsked.set(true);
    if (started.get() && !running.get()) {
      schedule();
    }
  }

  /**
   * One at a time: the end of a quiet sweep must not put off a look that is asked for just then.
   */
  private synchronized void schedule() {
    Instant now = clock.instant();
    Duration floor = realFloor();
    Instant next = refreshAsked.get() ? now : nextSweep;
    Optional<Instant> newest = view.newestTransition();
    if (newest.isPresent() && failures == 0) {
      Instant poll = now.plus(pollInterval(Duration.between(newest.get(), now)));
      next = poll.isBefore(next) ? poll : next;
    }
    Instant earliest = now.plus(floor);
    nextLook = next.isBefore(earliest) ? earliest : next;
    alarms.set(this, nextLook, () -> threads.execute(this::run));
  }

  private Duration realFloor() {
    return Duration.ofMillis((long) (REAL_FLOOR.toMillis() * Math.max(1, clock.speed())));
  }

  /** Things that began just now may end soon; what has taken minutes takes some more. */
  static Duration pollInterval(Duration age) {
    Duration quarter = age.dividedBy(4);
    return quarter.compareTo(SHORTEST_POLL) < 0
        ? SHORTEST_POLL
        : quarter.compareTo(LONGEST_POLL) > 0 ? LONGEST_POLL : quarter;
  }

  private void run() {
    if (!running.compareAndSet(false, true)) {
      return;
    }
    try {
      look();
      failures = 0;
    } catch (AwsCallException e) {
      failures++;
      nextSweep = clock.instant().plus(retryInterval());
      view.failed(e.failure());
      if (e.failure() != AwsFailure.STOPPING && Integer.bitCount(failures) == 1) {
        // The 1st, 2nd, 4th, 8th … in a row: an outage is told, not repeated.
        LOG.warn(
            "Listing {} failed ({} in a row): {}", view.kind().type(), failures, e.getMessage());
      }
    } catch (RuntimeException e) {
      failures++;
      nextSweep = clock.instant().plus(retryInterval());
      LOG.error("Listing {} failed; it is tried again", view.kind().type(), e);
    } finally {
      running.set(false);
      schedule();
    }
  }

  private Duration retryInterval() {
    Duration backoff = Duration.ofSeconds(1L << Math.min(failures, 6));
    return backoff.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : backoff;
  }

  private void look() throws AwsCallException {
    boolean sweepDue = refreshAsked.get() || !clock.instant().isBefore(nextSweep);
    List<RemoteResource<D>> moving = view.inTransition();
    boolean few = moving.size() <= view.size() / PAGE + 1;
    if (few) {
      // Before the list: what is under way is followed though lists fail.
      describe(moving);
    }
    if (sweepDue && !view.isWatched()) {
      nextSweep = clock.instant().plus(sweepInterval);
    } else if (sweepDue || !few) {
      sweep();
      describe(few ? List.of() : view.beingUpdated().stream().limit(UPDATES_AT_ONCE).toList());
    }
  }

  private void describe(List<RemoteResource<D>> resources) throws AwsCallException {
    for (RemoteResource<D> live : resources) {
      account.describe(view.kind(), live.arn(), Priority.BACKGROUND);
    }
  }

  private void sweep() throws AwsCallException {
    refreshAsked.set(false);
    AwsConnection connection = account.connection();
    if (!view.isKnown()) {
      connection.askForAccount();
    }
    Priority priority = view.isKnown() ? Priority.BACKGROUND : Priority.FIRST;
    List<Described<D>> all = new ArrayList<>();
    String token = null;
    do {
      String from = token;
      Page<D> page = connection.call(priority, client -> view.kind().list(client, from));
      all.addAll(page.items());
      token = page.nextToken();
    } while (token != null);
    nextSweep = clock.instant().plus(sweepInterval);
    all.stream().findFirst().map(item -> item.summary().arn()).ifPresent(connection::learnAccount);
    for (String arn : view.listed(all)) {
      account.describe(view.kind(), arn, priority);
    }
  }
}
