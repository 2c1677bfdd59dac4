package io.personalizeoperator.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.api.model.apiextensions.v1.ValidationRule;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.FieldValidateable.Validation;
import io.fabric8.kubernetes.client.dsl.NamespaceableResource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a real API server accepts and refuses, with the messages that users then read. */
@ExtendWith(RealApiServer.class)
class CustomResourceAdmissionIT {
  private static final int BAD_REQUEST = 400;
  private static final int UNPROCESSABLE = 422;

  private final KubernetesClient client;

  CustomResourceAdmissionIT(KubernetesClient client) {
    this.client = client;
  }

  static Stream<AdmissionCase> accepted() {
    return AdmissionCase.all().stream().filter(AdmissionCase::accepted);
  }

  static Stream<AdmissionCase> refused() {
    return AdmissionCase.all().stream().filter(test -> !test.accepted());
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void validResourcesAreAccepted(AdmissionCase test) {
    assertThat(test.messages()).as("messages of a valid case").isEmpty();
    try {
      GenericKubernetesResource stored = create(test.documents().getFirst());
      if (test.documents().size() > 1) {
        stored = update(test.documents().get(1), stored);
      }
      assertThat(lists(stored.<Object>get("spec")))
          .as("lists are stored as they are written")
          .isEqualTo(lists(test.documents().getLast().<Object>get("spec")));
      for (String expectation : test.stored()) {
        String[] pathAndValue = expectation.split("=", 2);
        assertThat(String.valueOf(stored.<Object>get(path(pathAndValue[0]))))
            .as(pathAndValue[0])
            .isEqualTo(pathAndValue[1]);
      }
    } finally {
      delete(test);
    }
  }

  @ParameterizedTest
  @MethodSource("refused")
  void invalidResourcesAreRefusedWithAMessageThatSaysWhatToDo(AdmissionCase test) {
    assertThat(test.messages()).as("messages of an invalid case").isNotEmpty();
    try {
      KubernetesClientException refusal =
          catchThrowableOfType(
              KubernetesClientException.class,
              switch (test.documents().size()) {
                case 1 -> () -> create(test.documents().getFirst());
                default -> {
                  GenericKubernetesResource stored = create(test.documents().getFirst());
                  yield () -> update(test.documents().get(1), stored);
                }
              });
      assertThat(refusal).as("refusal").isNotNull();
      assertThat(refusal.getCode()).isIn(BAD_REQUEST, UNPROCESSABLE);
      assertThat(refusal.getMessage()).contains(test.messages());
    } finally {
      delete(test);
    }
  }

  @Test
  void everyKindHasValidAndInvalidCases() {
    List<String> kinds = CommittedDefinitions.all().stream().map(this::folder).toList();
    assertThat(accepted().map(AdmissionCase::kind).distinct())
        .containsExactlyInAnyOrderElementsOf(kinds);
    assertThat(refused().map(AdmissionCase::kind).distinct())
        .containsExactlyInAnyOrderElementsOf(kinds);
  }

  @Test
  void everyRuleRefusesSomethingInACase() {
    for (CustomResourceDefinition definition : CommittedDefinitions.all()) {
      List<String> expected =
          refused()
              .filter(test -> test.kind().equals(folder(definition)))
              .flatMap(test -> test.messages().stream())
              .toList();
      assertThat(
              rules(definition.getSpec().getVersions().getFirst().getSchema().getOpenAPIV3Schema())
                  .map(ValidationRule::getMessage))
          .as(definition.getSpec().getNames().getKind())
          .allSatisfy(message -> assertThat(expected).anyMatch(message::contains));
    }
  }

  /** From spec.fields[0].type the steps spec, fields, 0 and type. */
  private static Object[] path(String text) {
    return Stream.of(text.split("[.\\[\\]]+"))
        .map(step -> step.matches("\\d+") ? (Object) Integer.valueOf(step) : step)
        .toArray();
  }

  private String folder(CustomResourceDefinition definition) {
    return definition.getSpec().getNames().getKind().toLowerCase(Locale.ROOT);
  }

  private Stream<ValidationRule> rules(JSONSchemaProps schema) {
    return Stream.of(
            schema.getXKubernetesValidations().stream(),
            schema.getProperties().values().stream().flatMap(this::rules),
            Stream.ofNullable(schema.getItems()).flatMap(items -> rules(items.getSchema())),
            Stream.ofNullable(schema.getAdditionalProperties())
                .flatMap(values -> rules(values.getSchema())))
        .flatMap(rules -> rules);
  }

  /** The outermost lists within a value, by their paths. */
  private static Map<String, Object> lists(Object value) {
    Map<String, Object> lists = new TreeMap<>();
    switch (value) {
      case List<?> list -> lists.put("", list);
      case Map<?, ?> map ->
          map.forEach(
              (key, below) ->
                  lists(below).forEach((path, list) -> lists.put("." + key + path, list)));
      default -> {
        // No list.
      }
    }
    return lists;
  }

  /** Creates a resource, with its status if it has one: that of a resource in use. */
  private GenericKubernetesResource create(GenericKubernetesResource resource) {
    GenericKubernetesResource created =
        inDefaultNamespace(resource).fieldValidation(Validation.STRICT).create();
    Object status = resource.get("status");
    if (status == null) {
      return created;
    }
    created.setAdditionalProperty("status", status);
    return client.resource(created).updateStatus();
  }

  private GenericKubernetesResource update(
      GenericKubernetesResource resource, GenericKubernetesResource stored) {
    resource.getMetadata().setResourceVersion(stored.getMetadata().getResourceVersion());
    return inDefaultNamespace(resource).fieldValidation(Validation.STRICT).update();
  }

  private void delete(AdmissionCase test) {
    inDefaultNamespace(test.documents().getFirst()).delete();
  }

  private NamespaceableResource<GenericKubernetesResource> inDefaultNamespace(
      GenericKubernetesResource resource) {
    resource.getMetadata().setNamespace("default");
    return client.resource(resource);
  }
}
