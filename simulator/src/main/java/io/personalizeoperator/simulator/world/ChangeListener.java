package io.personalizeoperator.simulator.world;

import java.time.Instant;
import java.util.Map;

/** Receives every change of a world, in order. */
public interface ChangeListener {
  /** Ignores all changes. */
  ChangeListener NONE =
      new ChangeListener() {
        @Override
        public void changed(WorldKey world, Instant now, Map<String, Resource> changes) {}

        @Override
        public void settle() {}
      };

  /**
   * Receives the changes of one call, with those of the steps that were due before it.
   *
   * @param now the world's time after the changes
   * @param changes the new value by ARN; null: removed
   */
  void changed(WorldKey world, Instant now, Map<String, Resource> changes);

  /** Returns when all changes received so far are safe. */
  void settle();
}
