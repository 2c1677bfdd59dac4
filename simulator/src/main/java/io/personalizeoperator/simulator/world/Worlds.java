package io.personalizeoperator.simulator.world;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All worlds. A world is created when it is first needed. */
public final class Worlds {
  private final Map<WorldKey, World> worlds = new ConcurrentHashMap<>();
  private final WorldClock clock;
  private final Settings settings;
  private final ChangeListener listener;
  private final Map<ResourceKind, Lifecycle> lifecycles;

  /** Creates an empty set of worlds. The listener receives all their changes. */
  public Worlds(
      WorldClock clock,
      Settings settings,
      Map<ResourceKind, Lifecycle> lifecycles,
      ChangeListener listener) {
    this.clock = clock;
    this.settings = settings;
    this.listener = listener;
    this.lifecycles = Map.copyOf(lifecycles);
  }

  /** The world of that account and region. */
  public World world(WorldKey key) {
    return worlds.computeIfAbsent(
        key, missing -> new World(missing, clock, settings, lifecycles, listener));
  }

  /** Applies all steps that are due by now. */
  public void catchUp() {
    worlds.values().forEach(world -> world.enter(() -> null));
  }

  /** The worlds created so far. */
  public List<World> all() {
    return List.copyOf(worlds.values());
  }

  /** Removes all worlds with their resources. */
  public void clear() {
    worlds.clear();
  }
}
