package io.personalizeoperator.simulator.world;

import java.time.Instant;
import java.util.Map;

/** Hears of every change of a world, in order. */
public interface ChangeListener {
  /** Hears nothing. */
  ChangeListener NONE =
      new ChangeListener() {
        @Override
        public void changed(WorldKey world, Instant now, Map<String, Resource> changes) {}

        @Override
        public void settle() {}
      };

  /**
   * Changes that belong together: those of one call, with what had become due before it.
   *
   * @param now the world's moment after them
   * @param changes the new value by ARN; null: gone
   */
  void changed(WorldKey world, Instant now, Map<String, Resource> changes);

  /** Returns once everything heard so far is safe. */
  void settle();
}
