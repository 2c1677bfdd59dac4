package io.personalizeoperator.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.account.RemoteKind.Described;
import io.personalizeoperator.aws.AwsFailure;
import io.personalizeoperator.aws.FailureClass;
import io.personalizeoperator.clock.ManualClock;
import io.personalizeoperator.clock.Wakeable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who is woken by changes of the view, and what counts as moving. */
class KindViewWatchersTest {
  private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");
  private static final String ARN = ScriptedKind.arn("a");
  private static final String OTHER = ScriptedKind.arn("b");
  private static final Wakeable NOBODY = () -> {};

  private final ManualClock clock = new ManualClock(START);
  private final OpenView<String> sweep = new OpenView<>(new ScriptedKind(clock), clock);
  private final KindView<String> view = sweep.view();

  private static Described<String> item(String arn, String status, Instant updated) {
    return new Described<>(new Summary(arn, status, START, updated, null), null);
  }

  private static Described<String> described(String status, Instant updated, String details) {
    return new Described<>(new Summary(ARN, status, START, updated, null), details);
  }

  @Test
  void watchersAreWokenOnlyForTheirOwnGroupAndOnlyByChanges() {
    List<String> woken = new ArrayList<>();
    view.watch("filter/a", () -> woken.add("a"));
    view.watch("filter/b", () -> woken.add("b"));
    sweep.listed(List.of());
    assertThat(woken).as("the first list tells all").containsExactlyInAnyOrder("a", "b");
    woken.clear();

    sweep.listed(List.of(item(ARN, "ACTIVE", START)));
    assertThat(woken).containsExactly("a");
    woken.clear();
    sweep.listed(List.of(item(ARN, "ACTIVE", START)));
    view.tagged(ARN, Map.of());
    assertThat(woken).as("nothing has changed").isEmpty();

    sweep.listed(List.of(item(ARN, "ACTIVE", START.plusSeconds(1)), item(OTHER, "ACTIVE", START)));
    assertThat(woken).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void aWatcherThatIsTakenBackIsWokenNoMore() {
    List<String> woken = new ArrayList<>();
    Wakeable watcher = () -> woken.add("a");
    view.watch("filter/a", watcher);
    view.watch("filter/a", watcher);
    sweep.listed(List.of());
    assertThat(woken).containsExactly("a");

    view.unwatch("filter/a", watcher);
    sweep.listed(List.of(item(ARN, "ACTIVE", START)));
    assertThat(woken).containsExactly("a");
    assertThat(view.isWatched()).isFalse();
  }

  @Test
  void aFirstListThatFailsTellsTheWatchersOnceForEachReason() {
    List<String> woken = new ArrayList<>();
    view.watch("filter/a", () -> woken.add("a"));
    AwsFailure down = new AwsFailure(FailureClass.RETRY_SOON, "HTTP 503", "Later.");

    sweep.failed(down);
    sweep.failed(down);
    assertThat(woken).hasSize(1);
    sweep.failed(new AwsFailure(FailureClass.NEEDS_USER, "AccessDeniedException", "No."));
    assertThat(woken).hasSize(2);
  }

  @Test
  void onlyWatchedResourcesCountAsMoving() {
    view.watch("filter/a", NOBODY);
    sweep.listed(
        List.of(item(ARN, "CREATE IN_PROGRESS", START), item(OTHER, "CREATE IN_PROGRESS", START)));
    assertThat(view.inTransition()).containsExactly(new InTransition(ARN, false, START));

    clock.advance(Duration.ofSeconds(5));
    sweep.listed(List.of(item(ARN, "ACTIVE", START.plusSeconds(5))));
    assertThat(view.inTransition()).isEmpty();
  }

  @Test
  void anUpdateUnderWayCountsAsMovingThoughTheStatusRests() {
    view.watch("filter/a", NOBODY);
    sweep.described(described("ACTIVE", START, ScriptedKind.UPDATING));

    assertThat(view.inTransition()).containsExactly(new InTransition(ARN, true, START));
  }
}
