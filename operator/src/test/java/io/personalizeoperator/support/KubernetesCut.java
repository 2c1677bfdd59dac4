package io.personalizeoperator.support;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** The operator's way to the API server, which a test can cut: writes fail from then on. */
final class KubernetesCut implements Interceptor {
  private volatile boolean statuses;
  private volatile boolean all;
  private volatile CountDownLatch held = new CountDownLatch(0);
  private final AtomicInteger lost = new AtomicInteger();
  private final List<String> writes = new CopyOnWriteArrayList<>();

  void cutStatuses() {
    statuses = true;
  }

  /** The writes so far, such as {@code POST /api/v1/namespaces/shop/configmaps}. */
  List<String> writes() {
    return List.copyOf(writes);
  }

  /** Statuses that were lost so far. */
  int lost() {
    return lost.get();
  }

  /** Writes of statuses hang from now on, as with an API server that is slow, until released. */
  void holdStatuses() {
    held = new CountDownLatch(1);
  }

  void releaseStatuses() {
    held.countDown();
  }

  void cutAll() {
    all = true;
  }

  @Override
  public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
    boolean write = !request.method().equals("GET");
    boolean status = request.uri().getPath().endsWith("/status");
    if (write) {
      writes.add(request.method() + " " + request.uri().getPath());
    }
    if (statuses && status && write) {
      lost.incrementAndGet();
    }
    if (status && write) {
      await(held);
    }
    if (write && (all || (statuses && status))) {
      throw new KubernetesClientException("The test has cut the way to Kubernetes");
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
