package io.personalizeoperator.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.FieldValidateable.Validation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every manifest below examples/ is one that the API server takes as it is. */
@ExtendWith(RealApiServer.class)
class ExamplesIT {
  private static final Path EXAMPLES = Path.of("..", "examples");

  private final KubernetesClient client;

  ExamplesIT(KubernetesClient client) {
    this.client = client;
  }

  static List<Path> manifests() throws IOException {
    try (Stream<Path> files = Files.walk(EXAMPLES)) {
      return files.filter(file -> file.toString().matches(".*\\.ya?ml")).sorted().toList();
    }
  }

  @Test
  void thereAreExamples() throws IOException {
    assertThat(manifests()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("manifests")
  void exampleIsAccepted(Path manifest) throws IOException {
    try (InputStream text = Files.newInputStream(manifest)) {
      List<HasMetadata> resources = client.load(text).items();
      assertThat(resources).isNotEmpty();
      for (HasMetadata resource : resources) {
        if (resource.getMetadata().getNamespace() == null) {
          resource.getMetadata().setNamespace("default");
        }
        client.resource(resource).dryRun().fieldValidation(Validation.STRICT).create();
      }
    }
  }
}
