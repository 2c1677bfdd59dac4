package io.personalizeoperator.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.clock.Wakeable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingCallsTest {
  private record Pass(String name) implements Wakeable {
    @Override
    public void wake() {
      // Only the order counts here.
    }
  }

  private final WaitingCalls waiting = new WaitingCalls();

  private void put(String name, Priority priority) {
    waiting.put(new Pass(name), CallOrder.of(priority, Instant.MAX));
  }

  private void putNeededAt(String name, long second) {
    waiting.put(new Pass(name), CallOrder.of(Priority.BACKGROUND, Instant.ofEpochSecond(second)));
  }

  /** The next so many, those without a pass as "task". */
  private List<String> take(int calls) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < calls; i++) {
      WaitingCalls.Call next = waiting.next();
      assertThat(waiting.take()).isSameAs(next);
      all.add(next.pass() instanceof Pass pass ? pass.name() : "task");
    }
    return all;
  }

  @Test
  void whatOthersWaitForGoesFirstThenWhatIsNeededThenTheRest() {
    put("sweep", Priority.BACKGROUND);
    put("b", Priority.FOREGROUND);
    put("a", Priority.FOREGROUND);
    putNeededAt("later", 20);
    putNeededAt("sooner", 10);
    waiting.add(Priority.FIRST, () -> {});

    assertThat(take(6)).containsExactly("task", "sooner", "later", "b", "a", "sweep");
    assertThat(waiting.isEmpty()).isTrue();
    assertThat(waiting.next()).isNull();
  }

  @Test
  void everyTenthIsOfTheBackground() {
    for (int i = 0; i < 40; i++) {
      put("foreground " + i, Priority.FOREGROUND);
      put("background " + i, Priority.BACKGROUND);
    }
    List<String> order = take(40);
    assertThat(order.get(9)).isEqualTo("background 0");
    assertThat(order.get(39)).isEqualTo("background 3");
    assertThat(order).filteredOn(name -> name.startsWith("background")).hasSize(4);
  }

  @Test
  void everyFiftiethIsOfThoseBehindWhatIsNeededInTurns() {
    for (int i = 0; i < 300; i++) {
      putNeededAt("needed " + i, i);
      put("foreground " + i, Priority.FOREGROUND);
      put("background " + i, Priority.BACKGROUND);
    }
    assertThat(take(200))
        .filteredOn(name -> !name.startsWith("needed"))
        .containsExactly("foreground 0", "background 0", "foreground 1", "background 1");
  }

  @Test
  void aPassKeepsItsPlaceAmongItsLikeUntilItHasNoCallToMake() {
    put("one", Priority.FOREGROUND);
    put("two", Priority.FOREGROUND);
    put("three", Priority.FOREGROUND);
    assertThat(take(1)).containsExactly("one");

    put("one", Priority.FOREGROUND);
    assertThat(take(1)).as("its second call").containsExactly("one");

    waiting.forget(new Pass("one"));
    put("one", Priority.FOREGROUND);
    assertThat(take(3)).containsExactly("two", "three", "one");
  }

  @Test
  void whatAPassAskedForLastCounts() {
    put("one", Priority.BACKGROUND);
    put("two", Priority.FOREGROUND);
    putNeededAt("one", 10);
    assertThat(waiting.passes()).isEqualTo(2);
    assertThat(take(2)).containsExactly("one", "two");
  }

  @Test
  void whoIsForgottenDoesNotWait() {
    put("one", Priority.FOREGROUND);
    put("two", Priority.FOREGROUND);

    waiting.forget(new Pass("one"));
    assertThat(waiting.passes()).isEqualTo(1);
    assertThat(take(1)).containsExactly("two");
    assertThat(waiting.isEmpty()).isTrue();
  }

  @Test
  void nobodyWaitsOnceAllAreForgotten() {
    put("one", Priority.FOREGROUND);
    waiting.add(Priority.BACKGROUND, () -> {});

    waiting.clear();
    assertThat(waiting.isEmpty()).isTrue();
    assertThat(waiting.passes()).isZero();
    assertThat(waiting.next()).isNull();
  }
}
