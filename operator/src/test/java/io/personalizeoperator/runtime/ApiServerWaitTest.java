package io.personalizeoperator.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.net.ConnectException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiServerWaitTest {
  private final List<Duration> pauses = new ArrayList<>();
  private final Deque<RuntimeException> failures = new ArrayDeque<>();
  private final ApiServerWait patient =
      new ApiServerWait(
          time -> {
            pauses.add(time);
            return false;
          });
  private KubernetesClient client = client("http://127.0.0.1:1");

  private static KubernetesClient client(String url) {
    Config config = new ConfigBuilder(Config.empty()).withMasterUrl(url).build();
    return new KubernetesClientBuilder().withConfig(config).build();
  }

  @AfterEach
  void close() {
    client.close();
  }

  private String answer(KubernetesClient asked) {
    if (!failures.isEmpty()) {
      throw failures.pop();
    }
    return "answer";
  }

  private static KubernetesClientException refused() {
    return new KubernetesClientException("An error has occurred.", new ConnectException());
  }

  private static KubernetesClientException status(int code) {
    return new KubernetesClientException(new StatusBuilder().withCode(code).build());
  }

  @Test
  void anAnswerNeedsNoPause() {
    assertThat(patient.ask(client, this::answer)).isEqualTo("answer");
    assertThat(pauses).isEmpty();
  }

  @Test
  void whileNobodyAnswersItAsksAgainAfterLongerAndLongerPauses() {
    for (int i = 0; i < 8; i++) {
      failures.add(refused());
    }

    assertThat(patient.ask(client, this::answer)).isEqualTo("answer");
    assertThat(pauses)
        .extracting(Duration::toSeconds)
        .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L, 30L);
  }

  @Test
  void aClosedPortIsWaitedFor() {
    ApiServerWait impatient =
        new ApiServerWait(
            time -> {
              pauses.add(time);
              return pauses.size() == 3;
            });

    assertThatThrownBy(() -> impatient.ask(client, ApiServerWait::isThere))
        .isInstanceOf(CancellationException.class);
    assertThat(pauses).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 503, 504})
  void anApiServerThatCannotAnswerJustNowIsWaitedFor(int code) {
    failures.add(status(code));

    assertThat(patient.ask(client, this::answer)).isEqualTo("answer");
    assertThat(pauses).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404})
  void anApiServerThatRefusesIsNotWaitedFor(int code) {
    failures.add(status(code));

    assertThatThrownBy(() -> patient.ask(client, this::answer))
        .isInstanceOf(KubernetesClientException.class);
    assertThat(pauses).isEmpty();
  }

  @Test
  void aCertificateThatIsNotTrustedIsNotWaitedFor() {
    SSLHandshakeException handshake = new SSLHandshakeException("PKIX path building failed");
    handshake.initCause(new CertificateException("unknown authority"));
    failures.add(new KubernetesClientException("An error has occurred.", handshake));

    assertThatThrownBy(() -> patient.ask(client, this::answer))
        .isInstanceOf(KubernetesClientException.class);
    assertThat(ApiServerWait.reason(handshake)).isEqualTo("unknown authority");
  }

  @Test
  void withoutAnyConfigurationItSaysSoAndDoesNotWait() {
    client.close();
    client = client(Config.DEFAULT_MASTER_URL);
    failures.add(refused());

    assertThatThrownBy(() -> patient.ask(client, this::answer))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("No Kubernetes cluster is configured: set KUBECONFIG");
    assertThat(pauses).isEmpty();
  }

  @Test
  void whatAnInformerFailedWithIsFoundInItsCauses() {
    RuntimeException start =
        new IllegalStateException("Error starting operator", new ExecutionException(refused()));
    RuntimeException denied =
        new IllegalStateException("Error starting operator", new ExecutionException(status(403)));

    assertThat(ApiServerWait.isAbsence(start)).isTrue();
    assertThat(ApiServerWait.isAbsence(denied)).isFalse();
    assertThat(ApiServerWait.isAbsence(new IllegalStateException(new IOException()))).isFalse();
    assertThat(ApiServerWait.reason(start)).isEqualTo("ConnectException");
  }
}
