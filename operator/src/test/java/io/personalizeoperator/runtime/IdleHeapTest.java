package io.personalizeoperator.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdleHeapTest {
  private static final long MEBIBYTE = 1L << 20;

  private long used = 30 * MEBIBYTE;
  private long live = 30 * MEBIBYTE;
  private int collections;
  private final IdleHeap heap = new IdleHeap(() -> used, this::collect);

  private void collect() {
    collections++;
    used = live;
  }

  private void look(long mebibytes) {
    used = mebibytes * MEBIBYTE;
    heap.look();
  }

  @Test
  void isCollectedOnceItRestsAfterABurst() {
    look(80);
    look(150);
    assertThat(collections).as("while it grows").isZero();
    look(150);
    assertThat(collections).isEqualTo(1);
    assertThat(used).isEqualTo(live);
  }

  @Test
  void isNotCollectedForLittle() {
    look(45);
    look(45);
    assertThat(collections).isZero();
  }

  @Test
  void isNotCollectedAgainForWhatLives() {
    live = 100 * MEBIBYTE;
    look(150);
    look(150);
    look(100);
    look(100);
    look(110);
    look(110);
    assertThat(collections).isEqualTo(1);
  }

  @Test
  void whatTheCollectorDoesByItselfCounts() {
    look(60);
    look(32);
    look(45);
    look(45);
    assertThat(collections).as("15 MiB above what lived after the start").isZero();
    look(47);
    look(47);
    assertThat(collections).isEqualTo(1);
  }
}
