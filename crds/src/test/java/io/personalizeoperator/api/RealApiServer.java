package io.personalizeoperator.api;

import io.fabric8.kubeapitest.KubeAPIServer;
import io.fabric8.kubeapitest.KubeAPIServerConfigBuilder;
import io.fabric8.kubeapitest.KubeAPITestException;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One real kube-apiserver for all tests of the module, with crds/*.yaml applied. A test gets its
 * {@link KubernetesClient} as a parameter. tools/kube/install puts the binaries in place; without
 * them the tests fail.
 */
final class RealApiServer implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == KubernetesClient.class;
  }

  @Override
  public KubernetesClient resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(RealApiServer.class))
        .getOrComputeIfAbsent(Running.class, key -> start(), Running.class)
        .client();
  }

  private static Running start() {
    KubeAPIServer server =
        new KubeAPIServer(
            KubeAPIServerConfigBuilder.anAPIServerConfig().withOfflineMode(true).build());
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
    Running running = new Running(server, client);
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

  private static boolean isEstablished(CustomResourceDefinition definition) {
    return definition != null
        && definition.getStatus() != null
        && definition.getStatus().getConditions().stream()
            .anyMatch(c -> c.getType().equals("Established") && c.getStatus().equals("True"));
  }

  private record Running(KubeAPIServer server, KubernetesClient client) implements AutoCloseable {
    @Override
    public void close() {
      client.close();
      server.stop();
    }
  }
}
