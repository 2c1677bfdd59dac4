package io.personalizeoperator.account;

import io.personalizeoperator.account.KindView.Listed;
import io.personalizeoperator.account.RemoteKind.Described;
import io.personalizeoperator.account.RemoteKind.Page;
import io.personalizeoperator.aws.AwsCallException;
import io.personalizeoperator.aws.AwsConnection;
import io.personalizeoperator.aws.AwsFailure;
import io.personalizeoperator.aws.FailureClass;
import io.personalizeoperator.clock.Alarms;
import io.personalizeoperator.clock.OperatorClock;
import io.personalizeoperator.ratelimit.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the view of one kind fresh: whole lists at the sweep interval; while AWS is at work on
 * something, sooner, by Describe for few resources and by lists for many, whichever takes fewer
 * calls.
 *
 * <p>A look is a chain of calls, each queued with the rate limiter; no thread waits between them. A
 * Describe that fails keeps no list from being read, and counts for its own resource only.
 */
final class Sweeper<D> implements ViewRefresher {
  private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
  private static final int PAGE = 100;

  /** Lists show little of updates: after each list so many of them are described. */
  private static final int UPDATES_AT_ONCE = 20;

  /** A transition that was noticed just now is polled no sooner than this. */
  private static final Duration SHORTEST_POLL = Polls.interval(Duration.ZERO);

  private static final Duration LONGEST_RETRY = Duration.ofMinutes(1);

  /** For a Describe that only a person can fix, such as one that is not allowed. */
  private static final Duration LONGEST_RETRY_FOR_USER = Duration.ofMinutes(5);

  /** However fast the clock runs, the machine polls no more often than this (real time). */
  private static final Duration REAL_FLOOR = Duration.ofMillis(100);

  /** A look that is later (real time) will not come any more. */
  private static final Duration LATE = Duration.ofMinutes(1);

  private final KindView<D> view;
  private final AccountView account;
  private final OperatorClock clock;
  private final Alarms alarms;
  private final Duration sweepInterval;
  private final Polls polls = new Polls();
  private boolean started;
  private boolean running;

  /** Asked for since the running look began; that one may have listed before. */
  private boolean refreshAsked;

  /** A sweep was due while nobody watched. */
  private boolean skipped;

  private Instant nextSweep = Instant.MAX;
  private Instant nextLook = Instant.MAX;

  /** How many lists in a row have failed. */
  private int failures;

  /** A call of a look. */
  private record Call(Priority priority, Runnable run) {}

  /** What a look has still to do, in order. */
  private static final class Look<D> {
    final Deque<Call> calls = new ArrayDeque<>();
    final List<Listed<D>> pages = new ArrayList<>();

    /** Whether the updates in flight are described after the list. */
    boolean updatesAfterList;
  }

  Sweeper(
      KindView<D> view,
      AccountView account,
      OperatorClock clock,
      Alarms alarms,
      Duration sweepInterval) {
    this.view = view;
    this.account = account;
    this.clock = clock;
    this.alarms = alarms;
    this.sweepInterval = sweepInterval;
  }

  @Override
  public void onFirstWatch() {
    boolean first;
    synchronized (this) {
      first = !started;
      started = true;
      if (first || skipped) {
        nextSweep = clock.instant();
        skipped = false;
      }
      if (!first && !running) {
        schedule();
      }
    }
    if (first) {
      look();
    }
  }

  @Override
  public synchronized void onTransition() {
    boolean soonEnough = nextLook.isBefore(clock.instant().plus(realFloor()).plus(SHORTEST_POLL));
    if (started && !running && !soonEnough) {
      schedule();
    }
  }

  @Override
  public synchronized void refresh() {
    refreshAsked = true;
    if (started && !running) {
      schedule();
    }
  }

  private void schedule() {
    Instant now = clock.instant();
    // A list that nobody waits for comes with the first watcher.
    Instant list = refreshAsked && view.isWatched() ? now : nextSweep;
    Instant next = nextPoll(now).filter(list::isAfter).orElse(list);
    Instant earliest = now.plus(realFloor());
    nextLook = next.isBefore(earliest) ? earliest : next;
    alarms.set(this, nextLook, this::look);
  }

  /** When it looks again. */
  synchronized Instant nextLook() {
    return nextLook;
  }

  /** Whether the next look should have begun more than a minute (real time) ago. */
  synchronized boolean isOverdue() {
    Instant now = clock.instant();
    return started
        && !running
        && nextLook.isBefore(now)
        && clock.inRealTime(Duration.between(nextLook, now)).compareTo(LATE) > 0;
  }

  private Duration realFloor() {
    return Duration.ofMillis((long) (REAL_FLOOR.toMillis() * Math.max(1, clock.speed())));
  }

  private Optional<Instant> nextPoll(Instant now) {
    List<InTransition> moving = view.inTransition();
    if (isPolledByDescribe(moving)) {
      return due(moving).values().stream().min(Comparator.naturalOrder());
    }
    return moving.stream()
        .map(InTransition::changed)
        .max(Comparator.naturalOrder())
        .map(newest -> now.plus(Polls.interval(Duration.between(newest, now))));
  }

  /** Lists of many that fail are tried again in their time only. */
  private boolean isPolledByDescribe(List<InTransition> moving) {
    return areFew(moving) || failures > 0;
  }

  private boolean areFew(List<InTransition> moving) {
    return moving.size() <= view.size() / PAGE + 1;
  }

  /** When each is due: what is in transition, and what could not be described. */
  private Map<String, Instant> due(List<InTransition> moving) {
    Map<String, Instant> due = polls.retries();
    moving.forEach(resource -> due.put(resource.arn(), polls.due(resource)));
    return due;
  }

  /** Those that are due, the longest overdue first. */
  private Stream<String> overdue(List<InTransition> moving) {
    Instant now = clock.instant();
    return due(moving).entrySet().stream()
        .filter(resource -> !resource.getValue().isAfter(now))
        .sorted(Map.Entry.<String, Instant>comparingByValue().thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey);
  }

  private void look() {
    Look<D> look = begin();
    if (look != null) {
      proceed(look);
    }
  }

  /** Plans a look; null while another one is under way. */
  private synchronized @Nullable Look<D> begin() {
    if (running) {
      return null;
    }
    running = true;
    Look<D> look = new Look<>();
    List<InTransition> moving = view.inTransition();
    polls.retain(moving.stream().map(InTransition::arn).collect(Collectors.toSet()));
    if (isPolledByDescribe(moving)) {
      // Before the list: what is under way is followed though lists fail.
      long most = areFew(moving) ? Long.MAX_VALUE : UPDATES_AT_ONCE;
      overdue(moving).limit(most).forEach(arn -> look.calls.add(describe(arn)));
    }
    boolean sweepDue = (refreshAsked && view.isWatched()) || !clock.instant().isBefore(nextSweep);
    if (sweepDue && !view.isWatched()) {
      skipped = true;
      nextSweep = clock.instant().plus(sweepInterval);
    } else if (sweepDue || !isPolledByDescribe(moving)) {
      look.updatesAfterList = !isPolledByDescribe(moving);
      refreshAsked = false;
      look.calls.add(list(look, null));
    }
    return look;
  }

  /** Queues the next call of a look, or ends it. */
  private void proceed(Look<D> look) {
    Call call = look.calls.poll();
    if (call == null) {
      end();
      return;
    }
    account
        .connection()
        .submit(
            call.priority,
            () -> {
              try {
                call.run.run();
              } finally {
                proceed(look);
              }
            });
  }

  private synchronized void end() {
    running = false;
    schedule();
  }

  private Call describe(String arn) {
    return new Call(
        view.isKnown() ? Priority.BACKGROUND : Priority.FIRST,
        () -> {
          try {
            account.describe(view.kind(), arn);
            described(arn);
          } catch (AwsCallException e) {
            if (!e.failure().equals(AwsFailure.STOPPING)) {
              boolean forUser = e.failure().kind() == FailureClass.NEEDS_USER;
              describeFailed(arn, forUser ? LONGEST_RETRY_FOR_USER : LONGEST_RETRY, e);
            }
          } catch (RuntimeException e) {
            describeFailed(arn, LONGEST_RETRY_FOR_USER, e);
          }
        });
  }

  private synchronized void described(String arn) {
    polls.described(arn, clock.instant());
  }

  private synchronized void describeFailed(String arn, Duration longestRetry, Exception why) {
    int inARow = polls.failed(arn, clock.instant(), longestRetry);
    if (isReported(inARow)) {
      LOG.warn("Describing {} failed ({} in a row): {}", arn, inARow, why.toString());
    }
  }

  /** The 1st, 2nd, 4th, 8th … in a row: an outage is reported, not repeated. */
  private static boolean isReported(int inARow) {
    return Integer.bitCount(inARow) == 1;
  }

  private Call list(Look<D> look, @Nullable String token) {
    Priority priority = view.isKnown() ? Priority.BACKGROUND : Priority.FIRST;
    return new Call(
        priority,
        () -> {
          try {
            readPage(look, token);
          } catch (AwsCallException e) {
            view.failed(e.failure());
            int inARow = listFailed();
            if (!e.failure().equals(AwsFailure.STOPPING) && isReported(inARow)) {
              LOG.warn(
                  "Listing {} failed ({} in a row): {}",
                  view.kind().type(),
                  inARow,
                  e.getMessage());
            }
          } catch (RuntimeException e) {
            listFailed();
            LOG.error("Listing {} failed; it is retried", view.kind().type(), e);
          }
        });
  }

  private synchronized int listFailed() {
    failures++;
    nextSweep = clock.instant().plus(Polls.retryInterval(failures, LONGEST_RETRY));
    return failures;
  }

  private void readPage(Look<D> look, @Nullable String token) throws AwsCallException {
    AwsConnection connection = account.connection();
    if (token == null && !view.isKnown()) {
      connection.askForAccount();
    }
    long asked = view.ask();
    Page<D> page = connection.call(client -> view.kind().list(client, token));
    for (Described<D> item : page.items()) {
      connection.learnAccount(item.summary().arn());
    }
    look.pages.add(new Listed<>(asked, page.items()));
    if (page.nextToken() != null) {
      look.calls.addFirst(list(look, page.nextToken()));
    } else {
      takeIn(look);
    }
  }

  /** All pages have been read. */
  private void takeIn(Look<D> look) {
    List<String> missing = view.listed(look.pages);
    synchronized (this) {
      failures = 0;
      nextSweep = clock.instant().plus(sweepInterval);
      missing.stream()
          .filter(arn -> !polls.isHeldBack(arn, clock.instant()))
          .forEach(arn -> look.calls.add(describe(arn)));
      if (look.updatesAfterList) {
        overdue(view.inTransition().stream().filter(InTransition::updating).toList())
            .limit(UPDATES_AT_ONCE)
            .forEach(arn -> look.calls.add(describe(arn)));
      }
    }
  }
}
