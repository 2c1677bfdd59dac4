package io.personalizeoperator.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Lists in the CRDs are such as appliers can share: what the API server stores of an entry is what
 * the manifest says, or kubectl, Argo CD and Flux would see a difference in it for ever.
 */
class ServerSideApplyTest {
  static Stream<CustomResourceDefinition> definitions() {
    return CommittedDefinitions.all().stream();
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void everyListHasATypeOfItsOwn(CustomResourceDefinition definition) {
    assertThat(lists(definition))
        .isNotEmpty()
        .allSatisfy((path, list) -> assertThat(list.getXKubernetesListType()).as(path).isNotNull());
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void theKeysOfAMapAreRequired(CustomResourceDefinition definition) {
    assertThat(lists(definition))
        .allSatisfy(
            (path, list) ->
                assertThat(list.getItems().getSchema().getRequired())
                    .as(path)
                    .containsAll(list.getXKubernetesListMapKeys()));
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void noEntryOfAListHasADefault(CustomResourceDefinition definition) {
    assertThat(lists(definition))
        .allSatisfy(
            (path, list) ->
                assertThat(all(list.getItems().getSchema(), path + "[]"))
                    .allSatisfy(
                        (inner, schema) -> assertThat(schema.getDefault()).as(inner).isNull()));
  }

  private static Map<String, JSONSchemaProps> lists(CustomResourceDefinition definition) {
    Map<String, JSONSchemaProps> lists =
        all(definition.getSpec().getVersions().getFirst().getSchema().getOpenAPIV3Schema(), "");
    lists.values().removeIf(schema -> schema.getItems() == null);
    return lists;
  }

  /** A schema and all below it, by their paths. */
  private static Map<String, JSONSchemaProps> all(JSONSchemaProps schema, String path) {
    Map<String, JSONSchemaProps> all = new TreeMap<>(Map.of(path, schema));
    if (schema.getProperties() != null) {
      schema.getProperties().forEach((name, below) -> all.putAll(all(below, path + "." + name)));
    }
    if (schema.getItems() != null) {
      all.putAll(all(schema.getItems().getSchema(), path + "[]"));
    }
    if (schema.getAdditionalProperties() != null) {
      all.putAll(all(schema.getAdditionalProperties().getSchema(), path + "{}"));
    }
    return all;
  }
}
