package io.personalizeoperator.scenario.life;

import static io.personalizeoperator.testing.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.personalizeoperator.clock.SystemClock;
import io.personalizeoperator.status.EventRecorder;
import io.personalizeoperator.status.Notice;
import io.personalizeoperator.support.Sample;
import io.personalizeoperator.support.Stage;
import io.personalizeoperator.support.Stages;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Events as the API group events.k8s.io has them, and as kubectl describe shows them. */
@ExtendWith(Stages.class)
class EventsIT {
  @Test
  void anEventSaysWhatReportedItAndWhichOperationWasCalled(Stage stage) {
    stage.startOperator();
    stage.cluster().apply(Sample.DATASET_GROUP);
    stage.cluster().awaitEvent(Sample.DATASET_GROUP, "Created");

    Event event = events(stage).getFirst();
    assertThat(event.getReportingController()).isEqualTo("personalize-operator.io/operator");
    assertThat(event.getReportingInstance()).isNotBlank();
    assertThat(event.getAction()).isEqualTo("CreateDatasetGroup");
    assertThat(event.getType()).isEqualTo("Normal");
    assertThat(event.getNote()).contains("movies");
    assertThat(event.getSeries()).isNull();
    assertThat(event.getRegarding().getUid())
        .isEqualTo(stage.cluster().get(Sample.DATASET_GROUP).getMetadata().getUid());
  }

  @Test
  void theSameEventAgainIsASeriesAndNoNewObject(Stage stage) {
    stage.cluster().apply(Sample.DATASET_GROUP);
    var group = stage.cluster().get(Sample.DATASET_GROUP);
    try (EventRecorder recorder =
        new EventRecorder(stage.kubernetes(), "replica-1", new SystemClock())) {
      for (int i = 0; i < 3; i++) {
        recorder.record(group, Notice.warning("NameTaken", "Somebody else has it."));
      }
      await().until(() -> counts(stage), List.of(3)::equals);
    }
    Event event = events(stage).getFirst();
    assertThat(event.getAction()).isEqualTo("Reconcile");
    assertThat(event.getSeries().getLastObservedTime().getTime())
        .isGreaterThanOrEqualTo(event.getEventTime().getTime());
  }

  @Test
  void oneThatTheApiServerHasDroppedIsWrittenAnew(Stage stage) {
    stage.cluster().apply(Sample.DATASET_GROUP);
    var group = stage.cluster().get(Sample.DATASET_GROUP);
    try (EventRecorder recorder =
        new EventRecorder(stage.kubernetes(), "replica-1", new SystemClock())) {
      recorder.record(group, Notice.normal("Updated", "An update was started."));
      await().until(() -> counts(stage), List.of(1)::equals);
      stage.kubernetes().resources(Event.class).inNamespace(stage.namespace()).delete();
      recorder.record(group, Notice.normal("Updated", "An update was started."));
      await().until(() -> counts(stage), List.of(1)::equals);
    }
  }

  private static List<Event> events(Stage stage) {
    return stage
        .kubernetes()
        .resources(Event.class)
        .inNamespace(stage.namespace())
        .list()
        .getItems();
  }

  /** How often each Event has happened. */
  private static List<Integer> counts(Stage stage) {
    return events(stage).stream()
        .map(event -> event.getSeries() == null ? 1 : event.getSeries().getCount())
        .toList();
  }
}
