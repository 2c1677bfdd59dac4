package io.personalizeoperator.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.account.KindView.Listed;
import io.personalizeoperator.account.RemoteKind.Described;
import io.personalizeoperator.clock.ManualClock;
import io.personalizeoperator.clock.Wakeable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An answer shows AWS as it was when it was asked, however late it comes. */
class KindViewQuestionsTest {
  private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");
  private static final String A = ScriptedKind.arn("a");
  private static final String B = ScriptedKind.arn("b");
  private static final Wakeable NOBODY = () -> {};

  private final ManualClock clock = new ManualClock(START);
  private final KindView<String> view = new KindView<>(new ScriptedKind(clock), clock);

  private static Described<String> item(String arn, String status, long updated) {
    return new Described<>(new Summary(arn, status, START, START.plusSeconds(updated), null), null);
  }

  private Snapshot<String> look(String name) {
    return view.watch("filter/" + name, NOBODY);
  }

  private String status(String name) {
    return look(name).newest().map(RemoteResource::status).orElse("absent");
  }

  private void listed(List<Described<String>> items) {
    view.listed(List.of(new Listed<>(view.ask(), items)));
  }

  @Test
  void aPageDoesNotUndoWhatThisProcessWroteAfterAskingForIt() {
    listed(List.of(item(A, "ACTIVE", 0)));
    long first = view.ask();
    view.moved(A, "DELETE PENDING");
    long second = view.ask();

    // The first page shows a change by somebody else, so that it does not look like a lag.
    view.listed(
        List.of(
            new Listed<>(first, List.of(item(A, "ACTIVE", 1))),
            new Listed<>(second, List.of(item(B, "ACTIVE", 0)))));

    assertThat(status("a")).isEqualTo("DELETE PENDING");
    assertThat(status("b")).isEqualTo("ACTIVE");
  }

  @Test
  void aPageDoesNotUndoALaterDescribe() {
    listed(List.of(item(A, "CREATE IN_PROGRESS", 0)));
    long page = view.ask();
    view.described(item(A, "ACTIVE", 1), view.ask());
    view.listed(List.of(new Listed<>(page, List.of(item(A, "CREATE IN_PROGRESS", 0)))));

    assertThat(status("a")).isEqualTo("ACTIVE");
  }

  @Test
  void aDescribeDoesNotUndoWhatThisProcessWroteAfterAskingForIt() {
    listed(List.of(item(A, "ACTIVE", 0)));
    long asked = view.ask();
    view.moved(A, "DELETE PENDING");
    view.described(item(A, "ACTIVE", 1), asked);

    assertThat(status("a")).isEqualTo("DELETE PENDING");
  }

  @Test
  void aPageDoesNotBringBackWhatDescribeHasShownToBeGoneSince() {
    look("a");
    listed(List.of(item(A, "ACTIVE", 0)));
    clock.set(START.plusSeconds(300));
    long page = view.ask();
    view.notFound(A, view.ask());
    view.listed(List.of(new Listed<>(page, List.of(item(A, "ACTIVE", 0)))));

    assertThat(status("a")).isEqualTo("absent");
    assertThat(look("a").confirmedAbsent()).isTrue();
  }

  @Test
  void aNotFoundDoesNotUndoALaterCreation() {
    look("a");
    listed(List.of());
    clock.set(START.plusSeconds(300));
    long asked = view.ask();
    view.created(A, "sent", "uid", Map.of());
    clock.set(START.plusSeconds(600));
    view.notFound(A, asked);

    assertThat(status("a")).isEqualTo("CREATE PENDING");
  }

  @Test
  void theListOfAParentAddsAndRemovesNothing() {
    List<String> woken = new ArrayList<>();
    view.watch("filter/b", () -> woken.add("b"));
    view.watch("filter/a", () -> woken.add("a"));
    listed(List.of(item(A, "ACTIVE", 0)));
    woken.clear();

    view.listedOfParent(new Listed<>(view.ask(), List.of(item(B, "ACTIVE", 0))));

    assertThat(status("a")).isEqualTo("ACTIVE");
    assertThat(status("b")).isEqualTo("ACTIVE");
    assertThat(woken).containsExactly("b");
  }

  @Test
  void absencesAreKeptOfWatchedGroupsOnly() {
    listed(List.of());
    clock.set(START.plusSeconds(300));
    for (int i = 0; i < 100; i++) {
      String name = "f" + i;
      Wakeable watcher = () -> {};
      view.watch("filter/" + name, watcher);
      view.notFound(ScriptedKind.arn(name), view.ask());
      assertThat(look(name).confirmedAbsent()).isTrue();
      view.unwatch("filter/" + name, NOBODY);
      view.unwatch("filter/" + name, watcher);
    }
    view.notFound(A, view.ask());

    assertThat(view.absences()).isZero();
  }
}
