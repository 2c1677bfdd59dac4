package io.personalizeoperator.simulator.world;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All worlds, made when they are first asked for. */
public final class Worlds {
  private final Map<WorldKey, World> worlds = new ConcurrentHashMap<>();
  private final SimulatedClock clock;
  private final Settings settings;
  private final Map<Kind, Lifecycle> lifecycles;

  /** No worlds yet. */
  public Worlds(SimulatedClock clock, Settings settings, Map<Kind, Lifecycle> lifecycles) {
    this.clock = clock;
    this.settings = settings;
    this.lifecycles = Map.copyOf(lifecycles);
  }

  /** The world of that account and region. */
  public World world(WorldKey key) {
    return worlds.computeIfAbsent(key, missing -> new World(missing, clock, settings, lifecycles));
  }

  /** Lets everything happen that is due by now. */
  public void catchUp() {
    worlds.values().forEach(world -> world.enter(() -> null));
  }

  /** Forgets all resources. */
  public void clear() {
    worlds.clear();
  }
}
