package io.personalizeoperator.runtime;

import static io.personalizeoperator.testing.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.Event;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.AbstractEventSource;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.personalizeoperator.support.Stage;
import io.personalizeoperator.support.Stages;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * {@link PassExecutor#submitFirst} marks the thread that wakes a resource, and so relies on Java
 * Operator SDK to submit the pass on the thread that brings the event, before it returns. This
 * fails if a version of it does otherwise: then passes whose turn has come would lose their place.
 */
@ExtendWith(Stages.class)
class SubmittingThreadIT {
  /** Remembers who submits. */
  private static final class Submissions extends ThreadPoolExecutor {
    final List<Thread> submitters = new CopyOnWriteArrayList<>();

    Submissions() {
      super(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    }

    @Override
    public void execute(Runnable pass) {
      submitters.add(Thread.currentThread());
      super.execute(pass);
    }
  }

  /** Wakes a resource on the test's thread. */
  private static final class Waking extends AbstractEventSource<ConfigMap, ConfigMap> {
    Waking() {
      super(ConfigMap.class, "waking");
    }

    void wake(ConfigMap resource) {
      getEventHandler().handleEvent(new Event(ResourceID.fromResource(resource)));
    }

    @Override
    public Set<ConfigMap> getSecondaryResources(ConfigMap primary) {
      return Set.of();
    }
  }

  /** Does nothing. */
  private record Idle(Waking waking) implements Reconciler<ConfigMap> {
    @Override
    public List<EventSource<?, ConfigMap>> prepareEventSources(
        EventSourceContext<ConfigMap> context) {
      return List.of(waking);
    }

    @Override
    public UpdateControl<ConfigMap> reconcile(ConfigMap resource, Context<ConfigMap> context) {
      return UpdateControl.noUpdate();
    }
  }

  @Test
  void aPassIsSubmittedOnTheThreadThatBringsTheEvent(Stage stage) {
    Submissions executor = new Submissions();
    Waking waking = new Waking();
    ConfigMap resource =
        stage
            .kubernetes()
            .resource(
                new ConfigMapBuilder()
                    .withNewMetadata()
                    .withName("idle")
                    .withNamespace(stage.namespace())
                    .endMetadata()
                    .build())
            .create();
    Operator operator =
        new Operator(
            configuration ->
                configuration
                    .withKubernetesClient(stage.kubernetes())
                    .withCloseClientOnStop(false)
                    .withExecutorService(executor)
                    .checkingCRDAndValidateLocalModel(false));
    operator.register(
        new Idle(waking), controller -> controller.settingNamespace(stage.namespace()));
    operator.start();
    try {
      await().until(() -> executor.getCompletedTaskCount() == 1 && executor.submitters.size() == 1);

      waking.wake(resource);
      assertThat(executor.submitters).hasSize(2).last().isSameAs(Thread.currentThread());
    } finally {
      operator.stop();
    }
  }
}
