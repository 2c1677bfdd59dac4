package io.personalizeoperator.account;

import io.personalizeoperator.clock.Wakeable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The watchers of each group of a view. Guarded by the view's lock. */
final class Watchers {
  private final Map<String, List<Wakeable>> byGroup = new HashMap<>();

  void add(String group, Wakeable watcher) {
    List<Wakeable> all = byGroup.computeIfAbsent(group, g -> new ArrayList<>(1));
    if (!all.contains(watcher)) {
      all.add(watcher);
    }
  }

  void remove(String group, Wakeable watcher) {
    byGroup.computeIfPresent(
        group,
        (g, all) -> {
          all.remove(watcher);
          return all.isEmpty() ? null : all;
        });
  }

  boolean isWatched(String group) {
    return byGroup.containsKey(group);
  }

  boolean isEmpty() {
    return byGroup.isEmpty();
  }

  List<Wakeable> of(String group) {
    return List.copyOf(byGroup.getOrDefault(group, List.of()));
  }

  List<Wakeable> all() {
    return byGroup.values().stream().flatMap(List::stream).distinct().toList();
  }
}
