package io.personalizeoperator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What one resource changes in a ConfigMap that others share. */
class ConfigMapChangeTest {
  private static final String PUBLISHED = ConfigMapChange.PUBLISHED;
  private static final String SHARED =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: arns
        uid: uid-1
        resourceVersion: "7"
        labels:
          personalize-operator.io/published: "true"
          app.kubernetes.io/managed-by: personalize-operator
        annotations:
          personalize-operator.io/owners: |
            first=Filter/one
            second=Filter/two
      data: {first: arn-1, second: arn-2}
      """;

  private static ConfigMap map(String yaml) {
    return Serialization.unmarshal(yaml, ConfigMap.class);
  }

  private static ConfigMapChange change(String yaml, Set<String> own, Map<String, String> content) {
    return new ConfigMapChange(map(yaml), own, content, "Filter/two");
  }

  private static JsonNode patch(ConfigMapChange change) {
    try {
      return new ObjectMapper().readTree(change.patch());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(change.patch(), e);
    }
  }

  private static String owners(JsonNode patch) {
    return patch.at("/metadata/annotations").get(KeyOwners.ANNOTATION).asText();
  }

  @Test
  void whatIsInPlaceIsNoPatch() {
    assertThat(change(SHARED, Set.of("second"), Map.of("second", "arn-2")).patch()).isEmpty();
  }

  @Test
  void aPatchHasOneResourcesKeysAndTheVersionThatWasRead() {
    JsonNode patch = patch(change(SHARED, Set.of("second"), Map.of("second", "arn-3")));

    assertThat(patch.get("data")).hasToString("{\"second\":\"arn-3\"}");
    assertThat(patch.at("/metadata/resourceVersion").asText()).isEqualTo("7");
    assertThat(patch.at("/metadata/uid").asText()).isEqualTo("uid-1");
    assertThat(owners(patch)).isEqualTo("first=Filter/one\nsecond=Filter/two");
  }

  @Test
  void anotherKeyTakesThePlaceOfTheFirstInOnePatch() {
    JsonNode patch = patch(change(SHARED, Set.of("second"), Map.of("third", "arn-2")));

    assertThat(patch.get("data")).hasToString("{\"third\":\"arn-2\",\"second\":null}");
    assertThat(owners(patch)).isEqualTo("first=Filter/one\nthird=Filter/two");
  }

  @Test
  void aKeyIsTakenBackFromAmongOthers() {
    ConfigMapChange change = change(SHARED, Set.of("second"), Map.of());

    assertThat(change.leavesNothing()).isFalse();
    assertThat(patch(change).get("data")).hasToString("{\"second\":null}");
    assertThat(owners(patch(change))).isEqualTo("first=Filter/one");
  }

  @Test
  void theLastKeyLeavesNothingOfAConfigMapThatWasMadeForIt() {
    String last = SHARED.replace("      first=Filter/one\n", "").replace("first: arn-1, ", "");

    assertThat(change(last, Set.of("second"), Map.of()).leavesNothing()).isTrue();
    assertThat(change(last + "binaryData: {of-others: AA==}\n", Set.of("second"), Map.of()))
        .extracting(ConfigMapChange::leavesNothing)
        .isEqualTo(false);
    assertThat(
            change(
                    last.replace("managed-by: personalize-operator", "managed-by: Helm"),
                    Set.of("second"),
                    Map.of())
                .leavesNothing())
        .isFalse();
  }

  @Test
  void theLastKeyTakesLabelAndAnnotationFromAUsersConfigMap() {
    String users = "metadata: {name: arns}\ndata: {of-others: stays}\n";
    String published =
        """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: arns
          labels: {personalize-operator.io/published: "true"}
          annotations: {personalize-operator.io/owners: "second=Filter/two"}
        data: {second: arn-2, of-others: stays}
        """;
    JsonNode patch = patch(change(published, Set.of("second"), Map.of()));

    assertThat(patch.at("/metadata/labels")).hasToString("{\"%s\":null}".formatted(PUBLISHED));
    assertThat(patch.at("/metadata/annotations").get(KeyOwners.ANNOTATION).isNull()).isTrue();
    assertThat(patch(change(users, Set.of(), Map.of("second", "arn-2"))).at("/metadata/labels"))
        .hasToString("{\"%s\":\"true\"}".formatted(PUBLISHED));
  }

  @Test
  void linesThatAreNoOwnersAreNobodys() {
    String edited = SHARED.replace("second=Filter/two", "nonsense");
    assertThat(KeyOwners.of(map(edited)).byKey()).isEqualTo(Map.of("first", "Filter/one"));
    assertThat(KeyOwners.of(map("metadata: {name: arns}")).isEmpty()).isTrue();
  }
}
