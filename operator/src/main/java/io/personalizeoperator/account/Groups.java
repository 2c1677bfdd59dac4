package io.personalizeoperator.account;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The resources of one kind, by the groups that watchers ask for. Not thread-safe: its view locks.
 *
 * @param <D> their details
 */
final class Groups<D> {
  private final RemoteKind<D> kind;
  private final Map<String, Map<String, CachedResource<D>>> groups = new HashMap<>();

  Groups(RemoteKind<D> kind) {
    this.kind = kind;
  }

  /** The resources of a group, for changes; most groups have one. */
  Map<String, CachedResource<D>> opened(String group) {
    return groups.computeIfAbsent(group, g -> HashMap.newHashMap(1));
  }

  /** Forgets a group that is empty. */
  void closed(String group) {
    groups.computeIfPresent(group, (g, resources) -> resources.isEmpty() ? null : resources);
  }

  void clear() {
    groups.clear();
  }

  /** What is known of a group, oldest first. */
  List<RemoteResource<D>> live(String group) {
    return groups.getOrDefault(group, Map.of()).values().stream()
        .map(CachedResource::live)
        .sorted(Comparator.comparing(l -> l.summary().created()))
        .toList();
  }

  List<CachedResource<D>> all() {
    return groups.values().stream().map(Map::values).flatMap(Collection::stream).toList();
  }

  int size() {
    return groups.values().stream().mapToInt(Map::size).sum();
  }

  /** What AWS is at work on, of some groups. */
  List<InTransition> inTransition(Predicate<String> of) {
    return groups.entrySet().stream()
        .filter(group -> of.test(group.getKey()))
        .flatMap(group -> group.getValue().values().stream())
        .filter(entry -> isInTransition(entry.summary().status(), entry.details()))
        .map(
            entry ->
                new InTransition(
                    entry.summary().arn(),
                    !Transition.isUnderWay(entry.summary().status()),
                    entry.changed()))
        .toList();
  }

  /** Whether AWS is at work on a resource of that status, or on an update of it. */
  boolean isInTransition(String status, @Nullable D details) {
    return Transition.isUnderWay(status) || (details != null && kind.isBeingUpdated(details));
  }
}
