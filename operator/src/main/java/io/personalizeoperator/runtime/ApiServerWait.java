package io.personalizeoperator.runtime;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits at the start until the API server answers, for as long as that takes: an operator that was
 * restarted in an outage would otherwise restart in a loop, each time with a longer pause.
 */
final class ApiServerWait {
  private static final Logger LOG = LoggerFactory.getLogger(ApiServerWait.class);
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final int TOO_MANY_REQUESTS = 429;

  /** A pause between two tries. */
  interface Pause {
    /**
     * Waits.
     *
     * @return whether the process was asked to stop in the meantime
     */
    boolean stoppedWithin(Duration time);
  }

  private final Pause pause;

  ApiServerWait(Pause pause) {
    this.pause = pause;
  }

  /**
   * Asks until there is an answer.
   *
   * @param question what to ask, with a client that makes no retries of its own
   * @return the answer
   * @throws CancellationException when the process is asked to stop in the meantime
   * @throws KubernetesClientException when the API server refuses an answer
   * @throws IllegalStateException when no cluster is configured
   */
  <T> T ask(KubernetesClient client, Function<KubernetesClient, T> question) {
    KubernetesClient once = withoutRetries(client);
    for (int failures = 1; ; failures++) {
      try {
        return question.apply(once);
      } catch (KubernetesClientException e) {
        if (!isAbsence(e)) {
          throw e;
        }
        refuseUnlessConfigured(client, e);
        again(client, failures, e);
      }
    }
  }

  /** A question that any API server answers, if only by a refusal. */
  static boolean isThere(KubernetesClient client) {
    try {
      client.getKubernetesVersion();
    } catch (KubernetesClientException e) {
      if (isAbsence(e)) {
        throw e;
      }
    }
    return true;
  }

  /**
   * Pauses before another try.
   *
   * @param failures how many tries have failed in a row
   * @throws CancellationException when the process is asked to stop in the meantime
   */
  void again(KubernetesClient client, int failures, RuntimeException failure) {
    if (Integer.bitCount(failures) == 1) {
      // The 1st, 2nd, 4th, 8th … in a row: an outage is reported, not repeated.
      LOG.warn(
          "Waiting for the Kubernetes API server at {} ({} failed): {}",
          client.getMasterUrl(),
          failures == 1 ? "1 try" : failures + " tries",
          reason(failure));
    }
    if (pause.stoppedWithin(interval(failures))) {
      throw new CancellationException("Stopped while waiting for the Kubernetes API server");
    }
  }

  static Duration interval(int failures) {
    Duration doubled = SHORTEST.multipliedBy(1L << Math.min(failures - 1, 10));
    return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
  }

  /** Whether a failure means that no API server answers just now: time may fix it. */
  static boolean isAbsence(Throwable failure) {
    return causes(failure).noneMatch(ApiServerWait::isRefusal)
        && causes(failure).anyMatch(ApiServerWait::isSilence);
  }

  private static boolean isSilence(Throwable cause) {
    return cause instanceof TimeoutException
        || cause instanceof KubernetesClientException e
            && (e.getCode() == TOO_MANY_REQUESTS
                || e.getCode() >= HttpURLConnection.HTTP_INTERNAL_ERROR
                || e.getCause() instanceof IOException);
  }

  private static boolean isRefusal(Throwable cause) {
    return cause instanceof CertificateException
        || cause instanceof CertPathBuilderException
        || cause instanceof KubernetesClientException e
            && e.getCode() >= HttpURLConnection.HTTP_BAD_REQUEST
            && e.getCode() < HttpURLConnection.HTTP_INTERNAL_ERROR
            && e.getCode() != TOO_MANY_REQUESTS;
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }

  /** What the innermost cause says. */
  static String reason(Throwable failure) {
    Throwable cause = causes(failure).reduce((outer, inner) -> inner).orElse(failure);
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }

  /** The client falls back to a name that only a pod can resolve. */
  private static void refuseUnlessConfigured(KubernetesClient client, RuntimeException failure) {
    Config config = client.getConfiguration();
    if (config.getMasterUrl().startsWith(Config.DEFAULT_MASTER_URL) && config.getFile() == null) {
      throw new IllegalStateException(
          "No Kubernetes cluster is configured: set KUBECONFIG, or run in a pod with a service account.",
          failure);
    }
  }

  private static KubernetesClient withoutRetries(KubernetesClient client) {
    var config = client.getConfiguration().getRequestConfig();
    return client
        .newClient(new RequestConfigBuilder(config).withRequestRetryBackoffLimit(0).build())
        .adapt(KubernetesClient.class);
  }
}
