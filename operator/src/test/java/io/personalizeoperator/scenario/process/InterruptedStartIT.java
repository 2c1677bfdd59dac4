package io.personalizeoperator.scenario.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import io.personalizeoperator.config.OperatorOptions;
import io.personalizeoperator.runtime.OperatorProcess;
import io.personalizeoperator.support.Sample;
import io.personalizeoperator.support.Stage;
import io.personalizeoperator.support.Stages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import picocli.CommandLine;

/** The API server answers, and goes away while the operator starts. */
@ExtendWith(Stages.class)
class InterruptedStartIT {
  /** A client whose lists of campaigns fail; counts what it asks. */
  private static final class Broken implements Interceptor {
    private final AtomicInteger requests = new AtomicInteger();

    @Override
    public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
      requests.incrementAndGet();
      if (request.uri().getPath().endsWith("/campaigns")) {
        throw new KubernetesClientException("cut", new IOException("the test has cut the way"));
      }
    }
  }

  private static KubernetesClient broken(Stage stage, Broken broken) {
    Config impatient =
        new ConfigBuilder(stage.kubernetes().getConfiguration())
            .withRequestRetryBackoffLimit(0)
            .build();
    return new KubernetesClientBuilder()
        .withConfig(impatient)
        .withHttpClientBuilderConsumer(http -> http.addOrReplaceInterceptor("broken", broken))
        .build();
  }

  private static KubernetesClient whole(Stage stage) {
    return new KubernetesClientBuilder()
        .withConfig(new ConfigBuilder(stage.kubernetes().getConfiguration()).build())
        .build();
  }

  @Test
  void aStartThatIsCutOffIsMadeAgainAndLeavesNothingBehind(Stage stage) {
    Broken broken = new Broken();
    List<KubernetesClient> made = new ArrayList<>();
    OperatorOptions options = new OperatorOptions();
    new CommandLine(options).parseArgs(stage.operatorArguments());

    try (OperatorProcess process =
        OperatorProcess.start(
            options,
            () -> {
              made.add(made.isEmpty() ? broken(stage, broken) : whole(stage));
              return made.getLast();
            },
            new CountDownLatch(1))) {
      int before = broken.requests.get();
      stage.cluster().apply(Sample.SCHEMA);
      stage.cluster().awaitReady(Sample.SCHEMA);

      assertThat(process.port()).isPositive();
      assertThat(made).hasSize(2);
      assertThat(broken.requests).as("requests of the first try, later").hasValue(before);
    }
  }
}
