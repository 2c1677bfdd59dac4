package io.personalizeoperator.reconcile;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.personalizeoperator.api.PersonalizeResource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which resource publishes which key of a ConfigMap, as an annotation of it says: a line for each
 * key, {@code campaignArn=Campaign/movies}. Managed fields do not serve: with a field manager for
 * each resource they are larger than all else, and one manager for all does not tell them apart.
 *
 * @param byKey the owners, by key
 */
record KeyOwners(SortedMap<String, String> byKey) {
  static final String ANNOTATION = "personalize-operator.io/owners";

  /** Nothing is published. */
  static final KeyOwners NONE = new KeyOwners(new TreeMap<>());

  /** What an annotation says; a line that is none is nobody's. */
  static KeyOwners of(ConfigMap map) {
    Map<String, String> annotations = map.getMetadata().getAnnotations();
    String text = annotations == null ? "" : annotations.getOrDefault(ANNOTATION, "");
    SortedMap<String, String> all = new TreeMap<>();
    text.lines()
        .map(line -> line.split("=", 2))
        .filter(parts -> parts.length == 2)
        .forEach(parts -> all.put(parts[0].strip(), parts[1].strip()));
    return new KeyOwners(all);
  }

  /** How a resource is named as an owner; it is in the namespace of the ConfigMap. */
  static String nameOf(PersonalizeResource<?, ?> resource) {
    return HasMetadata.getKind(resource.getClass()) + "/" + resource.getMetadata().getName();
  }

  Optional<String> of(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  Set<String> keysOf(String owner) {
    return byKey.entrySet().stream()
        .filter(entry -> entry.getValue().equals(owner))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The same with these keys as an owner's only ones. */
  KeyOwners with(Collection<String> keys, String owner) {
    SortedMap<String, String> all = new TreeMap<>(byKey);
    all.values().removeIf(owner::equals);
    keys.forEach(key -> all.put(key, owner));
    return new KeyOwners(all);
  }

  boolean isEmpty() {
    return byKey.isEmpty();
  }

  /** As the annotation has it. */
  String text() {
    return byKey.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining("\n"));
  }
}
