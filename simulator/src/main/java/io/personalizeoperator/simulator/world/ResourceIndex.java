package io.personalizeoperator.simulator.world;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The resources of one kind in order of creation, all together and by parent, so that a page of a
 * long list costs no more than the page, and counting costs nothing.
 */
final class ResourceIndex {
  private static final Children NONE = new Children();
  private final Children all = new Children();
  private final Map<String, Children> byParent = new HashMap<>();
  private int busy;

  /** Entries in order of creation, and how many of them are really there. */
  private static final class Children {
    private final NavigableMap<Long, ResourceHistory> histories = new TreeMap<>();
    private int live;
  }

  /**
   * The entries in order, those of one parent or (null) all, with what is gone but may still be
   * seen.
   */
  NavigableMap<Long, ResourceHistory> histories(String parent) {
    return Collections.unmodifiableNavigableMap(children(parent).histories);
  }

  /** How many resources of one parent or (null) in all are there. */
  int live(String parent) {
    return children(parent).live;
  }

  /** How many have a status on which AWS is at work. */
  int busy() {
    return busy;
  }

  private Children children(String parent) {
    return parent == null ? all : byParent.getOrDefault(parent, NONE);
  }

  /** Counts a change of the truth; null: not there before, or not there any more. */
  void count(Resource before, Resource after) {
    count(before, -1);
    count(after, 1);
  }

  private void count(Resource resource, int step) {
    if (resource == null) {
      return;
    }
    busy += Status.busy(resource.status()) ? step : 0;
    all.live += step;
    if (resource.parent() != null) {
      Children children = byParent.computeIfAbsent(resource.parent(), parent -> new Children());
      children.live += step;
      dropIfEmpty(resource.parent(), children);
    }
  }

  private void dropIfEmpty(String parent, Children children) {
    if (children.live == 0 && children.histories.isEmpty()) {
      byParent.remove(parent);
    }
  }

  /** Puts the entry where that value belongs; null: off the shelf. */
  void place(ResourceHistory history, Resource value) {
    Resource before = history.indexed;
    if (before != null
        && value != null
        && before.sequence() == value.sequence()
        && Objects.equals(before.parent(), value.parent())) {
      history.indexed = value;
      return;
    }
    if (before != null) {
      all.histories.remove(before.sequence());
      if (before.parent() != null) {
        Children children = byParent.get(before.parent());
        children.histories.remove(before.sequence());
        dropIfEmpty(before.parent(), children);
      }
    }
    if (value != null) {
      all.histories.put(value.sequence(), history);
      if (value.parent() != null) {
        byParent
            .computeIfAbsent(value.parent(), parent -> new Children())
            .histories
            .put(value.sequence(), history);
      }
    }
    history.indexed = value;
  }
}
