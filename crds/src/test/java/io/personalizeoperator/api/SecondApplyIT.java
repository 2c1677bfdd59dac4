package io.personalizeoperator.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who applies the same manifest again changes nothing, in either way of applying. */
@ExtendWith(RealApiServer.class)
class SecondApplyIT {
  private final KubernetesClient client;
  private final Kubectl kubectl;
  private final String namespace = "apply-" + UUID.randomUUID();

  SecondApplyIT(KubernetesClient client, Kubectl kubectl) {
    this.client = client;
    this.kubectl = kubectl;
  }

  static List<Path> manifests() throws IOException {
    return ExamplesIT.manifests();
  }

  @BeforeEach
  void makeNamespace() {
    client
        .resource(
            new NamespaceBuilder().withNewMetadata().withName(namespace).endMetadata().build())
        .create();
  }

  @AfterEach
  void deleteNamespace() {
    client.namespaces().withName(namespace).delete();
  }

  @ParameterizedTest
  @MethodSource("manifests")
  void byKubectlsOwnComparison(Path manifest) {
    apply(manifest);
    Map<String, String> versions = versions(manifest);

    assertThat(apply(manifest).lines()).allMatch(line -> line.endsWith(" unchanged"));
    assertThat(versions(manifest)).isEqualTo(versions);
    assertThat(kubectl.run("diff", "-n", namespace, "-f", manifest.toString()))
        .isEqualTo(new Kubectl.Result("", 0));
  }

  @ParameterizedTest
  @MethodSource("manifests")
  void byServerSideApply(Path manifest) {
    apply(manifest, "--server-side");
    Map<String, String> versions = versions(manifest);

    apply(manifest, "--server-side");
    assertThat(versions(manifest)).isEqualTo(versions);
    assertThat(kubectl.run("diff", "--server-side", "-n", namespace, "-f", manifest.toString()))
        .isEqualTo(new Kubectl.Result("", 0));
  }

  private String apply(Path manifest, String... way) {
    String[] arguments =
        Stream.concat(
                Stream.of("apply", "-n", namespace, "-f", manifest.toString()), Stream.of(way))
            .toArray(String[]::new);
    Kubectl.Result result = kubectl.run(arguments);
    assertThat(result.exitCode()).as(result.output()).isZero();
    assertThat(result.output()).isNotBlank();
    return result.output();
  }

  private Map<String, String> versions(Path manifest) {
    Map<String, String> versions = new TreeMap<>();
    try (InputStream text = Files.newInputStream(manifest)) {
      for (HasMetadata one : client.load(text).items()) {
        GenericKubernetesResource stored =
            client
                .genericKubernetesResources(one.getApiVersion(), one.getKind())
                .inNamespace(namespace)
                .withName(one.getMetadata().getName())
                .require();
        versions.put(
            one.getKind() + " " + one.getMetadata().getName(),
            stored.getMetadata().getResourceVersion());
      }
      return versions;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
