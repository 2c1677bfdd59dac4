package io.personalizeoperator.support;

import io.fabric8.kubeapitest.KubeAPIServer;
import io.fabric8.kubeapitest.KubeAPIServerConfigBuilder;
import io.fabric8.kubeapitest.KubeAPITestException;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.Interceptor;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One real kube-apiserver for all tests of the module, with crds/*.yaml applied. tools/kube/install
 * puts the binaries in place; without them the tests fail.
 */
final class RealApiServer implements AutoCloseable {
  private static final Path DEFINITIONS = Path.of("..", "crds");

  /** A machine with much else to do makes the API server slow; that is no failure. */
  private static final int PATIENCE_MILLIS = 180_000;

  private final KubeAPIServer server;
  private final KubernetesClient client;

  private RealApiServer(KubeAPIServer server) {
    this.server = server;
    this.client = client(List.of());
  }

  static RealApiServer start() {
    KubeAPIServer server =
        new KubeAPIServer(
            KubeAPIServerConfigBuilder.anAPIServerConfig().withOfflineMode(true).build());
    try {
      server.start();
    } catch (KubeAPITestException e) {
      throw new IllegalStateException(
          "no kube-apiserver to test against: tools/kube/install puts one in place", e);
    }
    RealApiServer running = new RealApiServer(server);
    try {
      running.applyDefinitions();
      return running;
    } catch (RuntimeException e) {
      running.close();
      throw e;
    }
  }

  /** The client that the tests share. */
  KubernetesClient client() {
    return client;
  }

  /** Access to it, as a file has it. */
  String kubeconfig() {
    return server.getKubeConfigYaml();
  }

  /** A client of its own, whose requests pass these interceptors. */
  KubernetesClient client(List<Interceptor> interceptors) {
    Config config = Config.fromKubeconfig(server.getKubeConfigYaml());
    config.setRequestTimeout(PATIENCE_MILLIS);
    config.setConnectionTimeout(PATIENCE_MILLIS);
    return new KubernetesClientBuilder()
        .withConfig(config)
        .withHttpClientBuilderConsumer(
            http ->
                interceptors.forEach(
                    one -> http.addOrReplaceInterceptor(one.getClass().getName(), one)))
        .build();
  }

  private void applyDefinitions() {
    List<CustomResourceDefinition> definitions = definitions();
    definitions.forEach(definition -> client.resource(definition).create());
    definitions.forEach(
        definition ->
            client
                .resource(definition)
                .waitUntilCondition(RealApiServer::isEstablished, 20, TimeUnit.SECONDS));
  }

  private static List<CustomResourceDefinition> definitions() {
    try (Stream<Path> files = Files.list(DEFINITIONS)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .map(RealApiServer::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CustomResourceDefinition read(Path file) {
    try {
      return Serialization.unmarshal(Files.readString(file), CustomResourceDefinition.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isEstablished(CustomResourceDefinition definition) {
    return definition != null
        && definition.getStatus() != null
        && definition.getStatus().getConditions().stream()
            .anyMatch(c -> c.getType().equals("Established") && c.getStatus().equals("True"));
  }

  @Override
  public void close() {
    client.close();
    server.stop();
  }
}
