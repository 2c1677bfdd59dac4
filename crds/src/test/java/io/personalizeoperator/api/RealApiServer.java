package io.personalizeoperator.api;

import io.fabric8.kubeapitest.KubeAPIServer;
import io.fabric8.kubeapitest.KubeAPIServerConfig;
import io.fabric8.kubeapitest.KubeAPIServerConfigBuilder;
import io.fabric8.kubeapitest.KubeAPITestException;
import io.fabric8.kubeapitest.binary.BinaryManager;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One real kube-apiserver for all tests of the module, with crds/*.yaml applied. A test gets its
 * {@link KubernetesClient} or {@link Kubectl} as a parameter. tools/kube/install puts the binaries
 * in place; without them the tests fail.
 */
final class RealApiServer implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == KubernetesClient.class || type == Kubectl.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Running running =
        context
            .getRoot()
            .getStore(Namespace.create(RealApiServer.class))
            .getOrComputeIfAbsent(Running.class, key -> start(), Running.class);
    return parameter.getParameter().getType() == Kubectl.class
        ? running.kubectl()
        : running.client();
  }

  private static Running start() {
    KubeAPIServerConfig config =
        KubeAPIServerConfigBuilder.anAPIServerConfig().withOfflineMode(true).build();
    KubeAPIServer server = new KubeAPIServer(config);
    try {
      server.start();
    } catch (KubeAPITestException e) {
      throw new IllegalStateException(
          "no kube-apiserver to test against: tools/kube/install puts one in place", e);
    }
    KubernetesClient client =
        new KubernetesClientBuilder()
            .withConfig(Config.fromKubeconfig(server.getKubeConfigYaml()))
            .build();
    Running running = new Running(server, client, kubectl(config, server));
    try {
      List<CustomResourceDefinition> definitions = CommittedDefinitions.all();
      definitions.forEach(definition -> client.resource(definition).create());
      for (CustomResourceDefinition definition : definitions) {
        client
            .resource(definition)
            .waitUntilCondition(RealApiServer::isEstablished, 20, TimeUnit.SECONDS);
      }
      return running;
    } catch (RuntimeException e) {
      running.close();
      throw e;
    }
  }

  private static Kubectl kubectl(KubeAPIServerConfig config, KubeAPIServer server) {
    BinaryManager binaries = new BinaryManager(config);
    binaries.initAndDownloadIfRequired();
    try {
      Path kubeconfig = Files.createTempFile("kubeconfig", ".yaml");
      kubeconfig.toFile().deleteOnExit();
      Files.writeString(kubeconfig, server.getKubeConfigYaml());
      return new Kubectl(binaries.binaries().getKubectl(), kubeconfig);
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

  private record Running(KubeAPIServer server, KubernetesClient client, Kubectl kubectl)
      implements AutoCloseable {
    @Override
    public void close() {
      client.close();
      server.stop();
    }
  }
}
