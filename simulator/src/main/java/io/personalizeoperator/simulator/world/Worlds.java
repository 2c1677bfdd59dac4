package io.personalizeoperator.simulator.world;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All worlds, made when they are first asked for. */
public final class Worlds {
  private final Map<WorldKey, World> worlds = new ConcurrentHashMap<>();
  private final WorldClock clock;
  private final Settings settings;
  private final ChangeListener listener;
  private final Map<ResourceKind, Lifecycle> lifecycles;

  /** No worlds yet. The listener hears of all their changes. */
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

  /** Lets everything happen that is due by now. */
  public void catchUp() {
    worlds.values().forEach(world -> world.enter(() -> null));
  }

  /** The worlds that have been asked for. */
  public List<World> all() {
    return List.copyOf(worlds.values());
  }

  /** Forgets all resources. */
  public void clear() {
    worlds.clear();
  }
}
