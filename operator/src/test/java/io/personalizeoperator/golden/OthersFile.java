package io.personalizeoperator.golden;

import com.fasterxml.jackson.databind.JsonNode;
import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.decision.ParentReference;
import io.personalizeoperator.reconcile.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** in-others.yaml: the other custom resources of the namespace. */
final class OthersFile {
  private static final String NAME = "in-others.yaml";

  private record Other<R extends PersonalizeResource<?, ?>>(Kind<R, ?> kind, R resource) {
    static <R extends PersonalizeResource<?, ?>> Other<R> read(Kind<R, ?> kind, JsonNode tree) {
      return new Other<>(kind, Yaml.resource(tree, kind.type()));
    }

    boolean refersTo(PersonalizeResource<?, ?> parent) {
      return kind.decider().references(resource).stream().anyMatch(r -> isOf(r, parent));
    }
  }

  private final List<Other<?>> others;
  private final Set<Other<?>> used = new HashSet<>();

  private OthersFile(List<Other<?>> others) {
    this.others = others;
  }

  static OthersFile in(GoldenFolder folder, List<Kind<?, ?>> kinds) {
    List<Other<?>> others = new ArrayList<>();
    for (JsonNode tree : folder.documents(NAME)) {
      String name = tree.path("kind").asText();
      Kind<?, ?> kind =
          kinds.stream()
              .filter(k -> k.type().getSimpleName().equals(name))
              .findFirst()
              .orElseThrow(() -> new AssertionError(NAME + ": unknown kind " + name));
      others.add(Other.read(kind, tree));
    }
    return new OthersFile(others);
  }

  private static boolean isOf(ParentReference reference, PersonalizeResource<?, ?> resource) {
    return reference.kind() == resource.getClass()
        && reference.name().equals(Optional.of(resource.getMetadata().getName()));
  }

  /** The resource of a reference; null when it does not exist. */
  PersonalizeResource<?, ?> find(ParentReference reference) {
    return take(others.stream().filter(o -> isOf(reference, o.resource)).toList()).stream()
        .findFirst()
        .orElse(null);
  }

  /** All of the kinds. */
  List<PersonalizeResource<?, ?>> all(List<Class<? extends PersonalizeResource<?, ?>>> kinds) {
    return take(others.stream().filter(o -> kinds.contains(o.kind.type())).toList());
  }

  /** All that refer to a resource. */
  List<PersonalizeResource<?, ?>> childrenOf(PersonalizeResource<?, ?> parent) {
    return take(others.stream().filter(o -> o.refersTo(parent)).toList());
  }

  private List<PersonalizeResource<?, ?>> take(List<Other<?>> some) {
    used.addAll(some);
    return some.stream().<PersonalizeResource<?, ?>>map(Other::resource).toList();
  }

  /** Fails when there is something that nobody has asked for. */
  void finish() {
    others.stream()
        .filter(other -> !used.contains(other))
        .findFirst()
        .ifPresent(
            other -> {
              throw new AssertionError(
                  "%s: the decider does not look at %s %s"
                      .formatted(
                          NAME, other.resource.getKind(), other.resource.getMetadata().getName()));
            });
  }
}
