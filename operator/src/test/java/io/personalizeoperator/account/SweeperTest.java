package io.personalizeoperator.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.personalizeoperator.account.ScriptedKind.Call;
import io.personalizeoperator.aws.AwsConnection;
import io.personalizeoperator.clock.Alarms;
import io.personalizeoperator.clock.ManualClock;
import io.personalizeoperator.clock.ManualScheduler;
import io.personalizeoperator.clock.Wakeable;
import io.personalizeoperator.ratelimit.RateLimiter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the view is refreshed, on a clock that the test moves. */
class SweeperTest {
  private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");
  private static final Wakeable NOBODY = () -> {};
  private final ManualClock clock = new ManualClock(START);
  private final ScriptedKind kind = new ScriptedKind(clock);
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

  @BeforeEach
  void knowTheAccount() throws Exception {
    connection.learnAccount(ScriptedKind.arn("x"));
  }

  @AfterEach
  void close() {
    alarms.close();
    connection.close();
  }

  /** Watches; sweeps run at once in the thread that asks for them. */
  private KindView<String> watch(String... names) {
    KindView<String> view = account.of(kind);
    for (String name : names) {
      view.watch("filter/" + name, NOBODY);
    }
    return view;
  }

  /** Moves the clock; all alarms that are due then go off. */
  private void moveTo(Duration sinceStart) {
    clock.set(START.plus(sinceStart));
    scheduler.run();
  }

  /** Moves on until one more call has been made. */
  private Call nextCall(Duration from, Duration step, Duration limit) {
    int before = kind.calls.size();
    for (Duration at = from.plus(step); at.compareTo(limit) <= 0; at = at.plus(step)) {
      moveTo(at);
      if (kind.calls.size() > before) {
        return kind.calls.get(before);
      }
    }
    throw new AssertionError("No call until " + limit);
  }

  private List<String> operations() {
    return kind.calls.stream().map(Call::operation).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S,PT0.5S",
    "PT1S,PT0.5S",
    "PT2S,PT0.5S",
    "PT4S,PT1S",
    "PT40S,PT10S",
    "PT2M,PT30S",
    "PT8H,PT30S"
  })
  void whatHasJustBegunIsLookedAtOftenAndWhatTakesLongSeldom(Duration age, Duration interval) {
    assertThat(Polls.interval(age)).isEqualTo(interval);
  }

  @Test
  void aSweepThatDoesNotComeIsOverdue() {
    watch("a");
    moveTo(Duration.ofHours(1));
    assertThat(account.overdueSweeps()).isEmpty();

    alarms.close();
    clock.set(START.plus(Duration.ofHours(2)));
    assertThat(account.overdueSweeps()).containsExactly(kind.type());
  }

  @Test
  void nothingIsListedUntilSomebodyWatches() {
    account.of(kind);
    moveTo(Duration.ofHours(1));

    assertThat(kind.calls).isEmpty();
    watch("a");
    assertThat(operations()).containsExactly("List");
  }

  @Test
  void aQuietKindIsListedAtTheSweepInterval() {
    kind.put("a", "ACTIVE", START);
    watch("a");

    for (int sweep = 1; sweep <= 3; sweep++) {
      moveTo(Duration.ofMinutes(5L * sweep).minusMillis(1));
      assertThat(kind.calls).hasSize(sweep);
      moveTo(Duration.ofMinutes(5L * sweep));
      assertThat(kind.calls).hasSize(sweep + 1);
    }
    assertThat(kind.calls)
        .extracting(Call::at)
        .containsExactly(
            START, START.plusSeconds(300), START.plusSeconds(600), START.plusSeconds(900));
  }

  @Test
  void allPagesOfAListAreRead() {
    for (int i = 0; i < 250; i++) {
      kind.put("f%03d".formatted(i), "ACTIVE", START);
    }
    KindView<String> view = watch("f000");
    assertThat(view.size()).isEqualTo(250);

    assertThat(operations()).containsExactly("List", "List from 100", "List from 200");
  }

  @Test
  void aFewThatMoveAreDescribed() {
    kind.put("a", "CREATE IN_PROGRESS", START);
    kind.put("b", "ACTIVE", START);
    watch("a", "b");

    Call first = nextCall(Duration.ZERO, Duration.ofMillis(100), Duration.ofSeconds(5));

    assertThat(first.operation()).isEqualTo("Describe a");
    assertThat(Duration.between(START, first.at())).isEqualTo(Duration.ofMillis(500));
  }

  @Test
  void manyThatMoveAreListed() {
    for (int i = 0; i < 5; i++) {
      kind.put("f" + i, "CREATE IN_PROGRESS", START);
    }
    watch("f0", "f1", "f2", "f3", "f4");

    assertThat(nextCall(Duration.ZERO, Duration.ofMillis(100), Duration.ofSeconds(5)).operation())
        .isEqualTo("List");
  }

  @Test
  void whatNobodyWatchesIsNotPolled() {
    kind.put("a", "ACTIVE", START);
    kind.put("b", "CREATE IN_PROGRESS", START);
    watch("a");

    moveTo(Duration.ofMinutes(4));
    assertThat(operations()).containsExactly("List");
  }

  @Test
  void aCreationIsPolledSoonThoughTheKindWasQuiet() {
    KindView<String> view = watch("a");
    moveTo(Duration.ofMinutes(1));
    view.created(ScriptedKind.arn("a"), "details", "uid", Map.of());
    kind.put("a", "CREATE IN_PROGRESS", clock.instant());

    Call call = nextCall(Duration.ofMinutes(1), Duration.ofMillis(100), Duration.ofSeconds(65));

    assertThat(call.operation()).isEqualTo("Describe a");
    assertThat(call.at()).isEqualTo(START.plusMillis(60_500));
  }

  @Test
  void anUpdateThatAPassComesUponIsPolledSoonThoughTheKindWasQuiet() throws Exception {
    kind.put("a", "ACTIVE", START);
    watch("a");
    moveTo(Duration.ofMinutes(1));
    kind.put("a", "ACTIVE", clock.instant(), ScriptedKind.UPDATING);
    account.describe(kind, ScriptedKind.arn("a"));

    Call call = nextCall(Duration.ofMinutes(1), Duration.ofMillis(100), Duration.ofSeconds(65));

    assertThat(call.operation()).isEqualTo("Describe a");
    assertThat(call.at()).isEqualTo(START.plusMillis(60_500));
  }

  @Test
  void aListThatFailsIsTriedAgainAtGrowingIntervals() {
    kind.failing = true;
    account.of(kind).watch("filter/a", NOBODY);
    Duration at = Duration.ZERO;
    for (long wait : new long[] {2, 4, 8, 16, 32, 60, 60}) {
      Duration due = at.plusSeconds(wait);
      Call call = nextCall(due.minusSeconds(1), Duration.ofSeconds(1), due.plusSeconds(1));
      assertThat(call.at()).isEqualTo(START.plus(due));
      at = due;
    }
    assertThat(account.of(kind).isKnown()).isFalse();

    kind.failing = false;
    moveTo(at.plusSeconds(60));
    assertThat(account.of(kind).isKnown()).isTrue();
  }

  @Test
  void whatIsMissingFromAListIsDescribedAtOnce() {
    kind.put("a", "ACTIVE", START);
    KindView<String> view = watch("a");
    kind.resources.clear();

    moveTo(Duration.ofMinutes(5));

    assertThat(operations()).containsExactly("List", "List", "Describe a");
    assertThat(view.watch("filter/a", NOBODY).confirmedAbsent()).isTrue();
  }

  @Test
  void aRefreshListsSoon() {
    KindView<String> view = watch("a");
    view.refresh();

    Call call = nextCall(Duration.ZERO, Duration.ofMillis(100), Duration.ofSeconds(5));

    assertThat(call.operation()).isEqualTo("List");
    assertThat(call.at()).isEqualTo(START.plusMillis(100));
  }

  private List<Duration> timesOf(String operation) {
    return kind.calls.stream()
        .filter(call -> call.operation().equals(operation))
        .map(call -> Duration.between(START, call.at()))
        .toList();
  }

  /** Moves on in steps of the machine's shortest poll. */
  private void run(Duration from, Duration to) {
    for (Duration at = from; at.compareTo(to) <= 0; at = at.plusMillis(500)) {
      moveTo(at);
    }
  }

  @Test
  void aDescribeThatFailsKeepsNoListFromBeingReadAndIsTriedAgainAtGrowingIntervals() {
    kind.put("a", "CREATE IN_PROGRESS", START);
    kind.put("b", "ACTIVE", START);
    kind.faults.put("Describe a", 503);
    KindView<String> view = watch("a", "b");

    run(Duration.ZERO, Duration.ofMinutes(11));

    assertThat(timesOf("List"))
        .containsExactly(Duration.ZERO, Duration.ofMinutes(5), Duration.ofMinutes(10));
    assertThat(view.watch("filter/b", NOBODY).failure()).as("of lists").isEmpty();
    assertThat(timesOf("Describe a"))
        .startsWith(
            Duration.ofMillis(500),
            Duration.ofMillis(2_500),
            Duration.ofMillis(6_500),
            Duration.ofMillis(14_500),
            Duration.ofMillis(30_500),
            Duration.ofMillis(62_500),
            Duration.ofMillis(122_500),
            Duration.ofMillis(182_500));

    kind.faults.clear();
    kind.put("a", "ACTIVE", START.plusSeconds(1));
    run(Duration.ofMinutes(11), Duration.ofMinutes(12).plusSeconds(5));
    assertThat(view.inTransition()).isEmpty();
  }

  @Test
  void aDescribeThatIsDeniedIsTriedEveryFiveMinutesInTheEnd() {
    kind.put("a", "CREATE IN_PROGRESS", START);
    kind.faults.put("Describe a", 403);
    watch("a");

    run(Duration.ZERO, Duration.ofMinutes(30));

    List<Duration> times = timesOf("Describe a");
    assertThat(times.getLast().minus(times.get(times.size() - 2))).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void aFailingDescribeSlowsNoOtherDown() {
    kind.put("a", "CREATE IN_PROGRESS", START);
    for (int i = 0; i < 100; i++) {
      kind.put("f%03d".formatted(i), "ACTIVE", START);
    }
    kind.put("z", "CREATE IN_PROGRESS", START);
    kind.faults.put("Describe a", 503);
    watch("a", "z");

    run(Duration.ZERO, Duration.ofSeconds(2));

    assertThat(timesOf("Describe z"))
        .containsExactly(
            Duration.ofMillis(500),
            Duration.ofMillis(1_000),
            Duration.ofMillis(1_500),
            Duration.ofMillis(2_000));
    assertThat(timesOf("Describe a")).containsExactly(Duration.ofMillis(500));
  }

  @Test
  void whatIsUnderWayIsPolledInItsTimeThoughListsFail() {
    kind.put("a", "CREATE IN_PROGRESS", START);
    watch("a");
    kind.faults.put("List", 503);
    account.of(kind).refresh();

    run(Duration.ZERO, Duration.ofMillis(2_000));

    assertThat(timesOf("Describe a"))
        .containsExactly(
            Duration.ofMillis(500),
            Duration.ofMillis(1_000),
            Duration.ofMillis(1_500),
            Duration.ofMillis(2_000));
  }

  @Test
  void aMissingResourceWhoseDescribeFailsIsDescribedAgainSoon() {
    kind.put("a", "ACTIVE", START);
    KindView<String> view = watch("a");
    kind.resources.clear();
    kind.faults.put("Describe a", 503);
    moveTo(Duration.ofMinutes(5));
    kind.faults.clear();

    run(Duration.ofMinutes(5), Duration.ofMinutes(5).plusSeconds(3));

    assertThat(timesOf("Describe a"))
        .containsExactly(Duration.ofMinutes(5), Duration.ofMinutes(5).plusSeconds(2));
    assertThat(view.watch("filter/a", NOBODY).confirmedAbsent()).isTrue();
  }

  @Test
  void whileMoreUpdatesAreInFlightThanAreDescribedAtOnceTheLongestOverdueGoFirst()
      throws Exception {
    List<String> names = IntStream.range(0, 60).mapToObj("f%02d"::formatted).toList();
    names.forEach(name -> kind.put(name, "ACTIVE", START));
    watch(names.toArray(String[]::new));
    for (String name : names) {
      kind.put(name, "ACTIVE", START, ScriptedKind.UPDATING);
      account.describe(kind, ScriptedKind.arn(name));
    }
    kind.calls.clear();

    run(Duration.ZERO, Duration.ofMillis(1_500));

    assertThat(operations()).filteredOn("List"::equals).hasSize(3);
    assertThat(operations())
        .filteredOn(operation -> operation.startsWith("Describe"))
        .containsExactlyElementsOf(names.stream().map(name -> "Describe " + name).toList());
  }

  @Test
  void anEntryOfAnEarlierPageDoesNotUndoWhatWasWrittenWhileTheNextWasRead() {
    for (int i = 0; i < 150; i++) {
      kind.put("f%03d".formatted(i), "ACTIVE", START);
    }
    KindView<String> view = watch("f000");
    kind.put("f000", "ACTIVE", START.plusSeconds(100));
    moveTo(Duration.ofMinutes(5).minusMillis(1));
    kind.meanwhile.put(
        "List from 100", () -> view.moved(ScriptedKind.arn("f000"), "DELETE PENDING"));
    moveTo(Duration.ofMinutes(5));

    assertThat(kind.meanwhile).isEmpty();
    assertThat(view.watch("filter/f000", NOBODY).newest().orElseThrow().status())
        .isEqualTo("DELETE PENDING");
  }

  @Test
  void aRefreshThatNobodyWatchesWaitsForTheFirstWatcher() {
    KindView<String> view = watch("a");
    Sweeper<String> sweeper = new Sweeper<>(view, account, clock, alarms, Duration.ofMinutes(5));
    view.setRefresher(sweeper);
    sweeper.onFirstWatch();
    view.unwatch("filter/a", NOBODY);
    kind.calls.clear();

    view.refresh();
    assertThat(sweeper.nextLook()).as("no spinning").isEqualTo(START.plusSeconds(300));
    moveTo(Duration.ofSeconds(1));
    assertThat(kind.calls).isEmpty();

    view.watch("filter/a", NOBODY);
    run(Duration.ofSeconds(1), Duration.ofSeconds(2));
    assertThat(operations()).containsExactly("List");
  }

  @Test
  void aSweepThatWasDueWhileNobodyWatchedIsMadeUpForWithTheFirstWatcher() {
    KindView<String> view = watch("a");
    view.unwatch("filter/a", NOBODY);
    moveTo(Duration.ofMinutes(6));
    assertThat(operations()).containsExactly("List");

    view.watch("filter/a", NOBODY);
    run(Duration.ofMinutes(6), Duration.ofMinutes(6).plusSeconds(1));
    assertThat(operations()).containsExactly("List", "List");
  }

  @Test
  void theListOfAParentIsReadToItsEndAndTakenIn() throws Exception {
    KindView<String> view = watch("f000");
    for (int i = 0; i < 150; i++) {
      kind.put("f%03d".formatted(i), "ACTIVE", START);
    }
    kind.calls.clear();

    account.listOf(kind, ScriptedKind.arn("parent"));

    assertThat(operations()).containsExactly("List of parent", "List of parent from 100");
    assertThat(view.size()).isEqualTo(150);
  }
}
