package io.personalizeoperator.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.FieldValidateable.Validation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The custom resources in the operator's golden decisions are such as the API server hands out:
 * admitted, and with every default spelled out, for a decider never sees one without.
 */
@ExtendWith(RealApiServer.class)
class DecisionCasesIT {
  private static final Path DECISIONS = Path.of("../operator/src/test/resources/decisions");

  private final KubernetesClient client;

  DecisionCasesIT(KubernetesClient client) {
    this.client = client;
  }

  /** Each spec once: most cases differ in what AWS has, not in what is asked for. */
  private List<GenericKubernetesResource> resources() throws IOException {
    try (Stream<Path> files = Files.walk(DECISIONS)) {
      Map<Object, GenericKubernetesResource> bySpec = new LinkedHashMap<>();
      files
          .filter(file -> file.getFileName().toString().matches("in-(resource|others)\\.yaml"))
          .sorted()
          .flatMap(this::read)
          .forEach(one -> bySpec.putIfAbsent(List.of(one.getKind(), one.<Object>get("spec")), one));
      return List.copyOf(bySpec.values());
    }
  }

  private Stream<GenericKubernetesResource> read(Path file) {
    try (InputStream text = Files.newInputStream(file)) {
      return client.load(text).items().stream().map(this::generic);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theResourcesAreAsTheApiServerWouldStoreThem() throws IOException {
    assertThat(resources())
        .isNotEmpty()
        .allSatisfy(
            given ->
                assertThat(
                        client
                            .resource(given)
                            .dryRun()
                            .fieldValidation(Validation.STRICT)
                            .create()
                            .<Object>get("spec"))
                    .isEqualTo(given.<Object>get("spec")));
  }

  private GenericKubernetesResource generic(HasMetadata resource) {
    return client
        .getKubernetesSerialization()
        .convertValue(resource, GenericKubernetesResource.class);
  }
}
