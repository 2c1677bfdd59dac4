package io.personalizeoperator.reconcile;

import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.personalizeoperator.api.CommonStatus;
import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.decision.Action;
import io.personalizeoperator.decision.Decision;
import io.personalizeoperator.decision.KindDecider;
import io.personalizeoperator.status.EventRecorder;
import io.personalizeoperator.status.StatusWriter;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Reports what a pass has decided: the status if it differs, the Events, and when to look again.
 *
 * @param <R> the custom resource
 */
final class Reporter<R extends PersonalizeResource<?, ?>> {
  private final KindDecider<R, ?> kind;
  private final EventRecorder events;
  private final StatusWriter statusWriter;
  private final RecentWrites<R> recentWrites;
  private final WakeUps<R> wakeUps;
  private final BiConsumer<R, CommonStatus> onReported;

  /**
   * What is reported on.
   *
   * @param resource the custom resource
   * @param cached its newest version from the watch, when asked
   */
  record Target<R>(R resource, Supplier<Optional<R>> cached) {}

  Reporter(
      KindDecider<R, ?> kind,
      ReconcilerDependencies dependencies,
      RecentWrites<R> recentWrites,
      WakeUps<R> wakeUps,
      BiConsumer<R, CommonStatus> onReported) {
    this.kind = kind;
    this.events = dependencies.events();
    this.statusWriter = new StatusWriter(dependencies.client());
    this.recentWrites = recentWrites;
    this.wakeUps = wakeUps;
    this.onReported = onReported;
  }

  void report(Target<R> target, Decision decision, Optional<Instant> wakeAt) {
    R resource = target.resource();
    boolean leaving =
        decision.action().filter(Action.RemoveFinalizer.class::isInstance).isPresent();
    if (!leaving) {
      decision.status().ifPresent(status -> write(target, status));
    }
    decision.notices().forEach(notice -> events.record(resource, notice));
    setAlarm(resource, decision.status().orElse(resource.getStatus()), wakeAt);
  }

  /** Sets when to look again, or cancels it. */
  void setAlarm(R resource, CommonStatus status, Optional<Instant> wakeAt) {
    ResourceID id = ResourceID.fromResource(resource);
    wakeAt.ifPresentOrElse(
        at -> wakeUps.wakeAt(id, at, kind.neededBy(status, at)), () -> wakeUps.clearAlarm(id));
  }

  private void write(Target<R> target, CommonStatus status) {
    R resource = target.resource();
    wakeUps.wrote(ResourceID.fromResource(resource), status);
    statusWriter
        .write(resource, status)
        .ifPresent(answer -> recentWrites.wrote(answer, target.cached().get()));
    onReported.accept(resource, status);
  }
}
