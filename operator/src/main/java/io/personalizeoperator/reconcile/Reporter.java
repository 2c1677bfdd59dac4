package io.personalizeoperator.reconcile;

import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.personalizeoperator.api.CommonStatus;
import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.decision.Action;
import io.personalizeoperator.decision.Decision;
import io.personalizeoperator.decision.KindDecider;
import io.personalizeoperator.status.EventRecorder;
import io.personalizeoperator.status.StatusWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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
  private final Rooms rooms;
  private final InstantSource clock;

  /** A report that found no room is made up for after this time. */
  private static final Duration LATER = Duration.ofSeconds(10);

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
    this.rooms = dependencies.rooms();
    this.clock = dependencies.clock();
  }

  /**
   * Reports. When to look again is set first: it does not depend on the API server.
   *
   * @return whether it was reported; if not, another pass comes soon
   * @throws io.fabric8.kubernetes.client.KubernetesClientException when the status is not written
   */
  boolean report(Target<R> target, Decision decision, Optional<Instant> wakeAt) {
    R resource = target.resource();
    boolean leaving =
        decision.action().filter(Action.RemoveFinalizer.class::isInstance).isPresent();
    CommonStatus status = decision.status().orElse(resource.getStatus());
    setAlarm(resource, status, wakeAt);
    if (!leaving && decision.status().isPresent() && !write(target, decision.status().get())) {
      Instant later = clock.instant().plus(LATER);
      setAlarm(
          resource, status, Optional.of(wakeAt.filter(at -> at.isBefore(later)).orElse(later)));
      return false;
    }
    decision.notices().forEach(notice -> events.record(resource, notice));
    return true;
  }

  /** Sets when to look again, or cancels it. */
  void setAlarm(R resource, CommonStatus status, Optional<Instant> wakeAt) {
    ResourceID id = ResourceID.fromResource(resource);
    wakeAt.ifPresentOrElse(
        at -> wakeUps.wakeAt(id, at, kind.neededBy(status, at)), () -> wakeUps.clearAlarm(id));
  }

  /** False when there is no room for it now. */
  private boolean write(Target<R> target, CommonStatus status) {
    R resource = target.resource();
    wakeUps.wrote(ResourceID.fromResource(resource), status);
    boolean differs = !status.equals(resource.getStatus());
    if (differs && !rooms.write(() -> patch(target, status))) {
      return false;
    }
    onReported.accept(resource, status);
    return true;
  }

  private void patch(Target<R> target, CommonStatus status) {
    statusWriter
        .write(target.resource(), status)
        .ifPresent(answer -> recentWrites.wrote(answer, target.cached().get()));
  }
}
