package io.personalizeoperator.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.FieldValidateable.Validation;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.Locale;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The API server keeps every field of a status: it drops those that the CRD does not name. */
@ExtendWith(RealApiServer.class)
class StatusSubresourceIT {
  private final KubernetesClient client;

  StatusSubresourceIT(KubernetesClient client) {
    this.client = client;
  }

  @ParameterizedTest
  @MethodSource("io.personalizeoperator.api.JsonRoundTripTest#fullResources")
  void everyFieldOfTheStatusIsStored(PersonalizeResource<?, ?> full) {
    JsonNode status =
        Serialization.unmarshal(Serialization.asJson(full), JsonNode.class).get("status");
    GenericKubernetesResource resource = minimal(full.getKind());
    try {
      GenericKubernetesResource created = client.resource(resource).create();
      created.setAdditionalProperty("status", status);
      GenericKubernetesResource stored =
          client.resource(created).fieldValidation(Validation.STRICT).updateStatus();
      assertThat(
              Serialization.unmarshal(Serialization.asJson(stored), JsonNode.class).get("status"))
          .isEqualTo(status);
    } finally {
      client.resource(resource).delete();
    }
  }

  private static GenericKubernetesResource minimal(String kind) {
    String name = kind.toLowerCase(Locale.ROOT) + "/valid-minimal.yaml";
    GenericKubernetesResource resource =
        AdmissionCase.all().stream()
            .filter(test -> test.name().equals(name))
            .findFirst()
            .orElseThrow()
            .documents()
            .getFirst();
    resource.getMetadata().setNamespace("default");
    return resource;
  }
}
