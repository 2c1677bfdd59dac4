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
final class Shelf {
  private static final Children NONE = new Children();
  private final Children all = new Children();
  private final Map<String, Children> byParent = new HashMap<>();
  private int busy;

  /** Entries in order of creation, and how many of them are really there. */
  private static final class Children {
    private final NavigableMap<Long, Entry> entries = new TreeMap<>();
    private int live;
  }

  /**
   * The entries in order, those of one parent or (null) all, with what is gone but may still be
   * seen.
   */
  NavigableMap<Long, Entry> entries(String parent) {
    return Collections.unmodifiableNavigableMap(children(parent).entries);
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
    if (children.live == 0 && children.entries.isEmpty()) {
      byParent.remove(parent);
    }
  }

  /** Puts the entry where that value belongs; null: off the shelf. */
  void place(Entry entry, Resource value) {
    Resource before = entry.indexed;
    if (before != null
        && value != null
        && before.sequence() == value.sequence()
        && Objects.equals(before.parent(), value.parent())) {
      entry.indexed = value;
      return;
    }
    if (before != null) {
      all.entries.remove(before.sequence());
      if (before.parent() != null) {
        Children children = byParent.get(before.parent());
        children.entries.remove(before.sequence());
        dropIfEmpty(before.parent(), children);
      }
    }
    if (value != null) {
      all.entries.put(value.sequence(), entry);
      if (value.parent() != null) {
        byParent
            .computeIfAbsent(value.parent(), parent -> new Children())
            .entries
            .put(value.sequence(), entry);
      }
    }
    entry.indexed = value;
  }
}
