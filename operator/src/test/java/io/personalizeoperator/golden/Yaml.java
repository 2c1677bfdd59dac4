package io.personalizeoperator.golden;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.personalizeoperator.api.CommonStatus;
import io.personalizeoperator.api.PersonalizeResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Reads golden files strictly and writes them in one form. */
final class Yaml {
  private static final KubernetesSerialization KUBERNETES = new KubernetesSerialization();
  private static final ObjectMapper MAPPER =
      YAMLMapper.builder()
          .enable(Feature.MINIMIZE_QUOTES, Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
          .disable(Feature.WRITE_DOC_START_MARKER, Feature.SPLIT_LINES)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .addModule(new JavaTimeModule())
          .addModule(new DecisionModule())
          .build();

  private Yaml() {}

  /** The documents of a file. */
  static List<JsonNode> documents(String text) {
    List<JsonNode> all = new ArrayList<>();
    try (JsonParser parser = MAPPER.createParser(text)) {
      for (JsonNode next = MAPPER.readTree(parser); next != null; next = MAPPER.readTree(parser)) {
        all.add(next);
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode tree(String text) {
    return documents(text).getFirst();
  }

  /** Of any value but custom resources, which have a form of their own. */
  static JsonNode treeOf(Object value) {
    return tree(text(MAPPER.valueToTree(value)));
  }

  /** A status as the API server keeps it. */
  static JsonNode treeOf(CommonStatus status) {
    return tree(text(KUBERNETES.convertValue(status, JsonNode.class)));
  }

  static String text(JsonNode tree) {
    try {
      return MAPPER.writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A value of which every key is known. */
  static <T> T read(JsonNode tree, TypeReference<T> type) {
    return MAPPER.convertValue(tree, type);
  }

  /** A value of which every key is known. */
  static <T> T read(JsonNode tree, JavaType type) {
    return MAPPER.convertValue(tree, type);
  }

  /** What a class has put in the place of a type parameter of its supertype. */
  static JavaType argument(Object of, Class<?> supertype, int index) {
    return MAPPER
        .getTypeFactory()
        .constructType(of.getClass())
        .findTypeParameters(supertype)[index];
  }

  /**
   * A custom resource. The operator's own reader forgives unknown keys, for an older operator has
   * to read what a newer one wrote; here they are mistakes.
   */
  static <R extends PersonalizeResource<?, ?>> R resource(JsonNode tree, Class<R> kind) {
    R resource = KUBERNETES.convertValue(tree, kind);
    if (resource.getMetadata().getNamespace() == null) {
      resource.getMetadata().setNamespace("default");
    }
    JsonNode understood = tree(text(KUBERNETES.convertValue(resource, JsonNode.class)));
    List<String> unknown = TreeDifference.lost(tree(text(tree)), understood);
    if (!unknown.isEmpty()) {
      throw new AssertionError("unknown in a " + kind.getSimpleName() + ": " + unknown);
    }
    return resource;
  }
}
