package io.personalizeoperator.simulator.world;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The resources of one kind in order of creation, all of them and by parent. A page of a long list
 * costs no more than the page, and counts cost nothing.
 */
final class ResourceIndex {
  private static final Children NONE = new Children();
  private final Children all = new Children();
  private final Map<String, Children> byParent = new HashMap<>();
  private int busy;

  /** Histories in order of creation, and the number of those with a present value. */
  private static final class Children {
    private final NavigableMap<Long, ResourceHistory> histories = new TreeMap<>();
    private int live;
  }

  /**
   * The histories in order, including those of removed resources that readers may still see; parent
   * null: of all parents.
   */
  NavigableMap<Long, ResourceHistory> histories(String parent) {
    return Collections.unmodifiableNavigableMap(children(parent).histories);
  }

  /** The number of resources of a parent; null: of all parents. */
  int live(String parent) {
    return children(parent).live;
  }

  /** The number of resources that are pending or in progress. */
  int busy() {
    return busy;
  }

  private Children children(String parent) {
    return parent == null ? all : byParent.getOrDefault(parent, NONE);
  }

  /** Counts a change of a present value; before null: created; after null: removed. */
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

  /** Places the history by that value; null: removes it from the index. */
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
