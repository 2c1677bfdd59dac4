package io.personalizeoperator.reconcile;

import io.javaoperatorsdk.operator.processing.event.Event;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.AbstractEventSource;
import io.javaoperatorsdk.operator.processing.event.source.ResourceEventAware;
import io.personalizeoperator.api.CommonStatus;
import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.clock.Alarms;
import io.personalizeoperator.clock.Wakeable;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Why a pass is made beside a change of the custom resource itself: a time has come, the account
 * view has changed, or a resource that it looks at has. It also receives every change of its kind
 * and passes it to the resources that look at it.
 */
final class WakeUps<R extends PersonalizeResource<?, ?>> extends AbstractEventSource<R, R>
    implements ResourceEventAware<R> {

  /** A resource that the account view wakes. */
  private record ViewWatcher(WakeUps<?> wakeUps, ResourceID id) implements Wakeable {
    @Override
    public void wake() {
      wakeUps.wake(id);
    }
  }

  /** Key of a resource's alarm. */
  private record AlarmKey(Class<?> kind, ResourceID id) {}

  private final Class<R> kind;
  private final Alarms alarms;
  private final ResourceGraph graph;
  private final Consumer<R> onSeen;
  private final Consumer<R> onGone;
  private final Map<ResourceID, Integer> written = new ConcurrentHashMap<>();

  /**
   * Wakes the resources of one kind.
   *
   * @param onSeen receives each version that the watch delivers
   * @param onGone receives each resource that is gone
   */
  WakeUps(
      Class<R> kind, Alarms alarms, ResourceGraph graph, Consumer<R> onSeen, Consumer<R> onGone) {
    super(kind, "wake-ups");
    this.kind = kind;
    this.alarms = alarms;
    this.graph = graph;
    this.onSeen = onSeen;
    this.onGone = onGone;
  }

  /** Wakes a resource now. */
  void wake(ResourceID id) {
    if (isRunning()) {
      getEventHandler().handleEvent(new Event(id));
    }
  }

  /**
   * Wakes a resource then, in place of an earlier time set for it.
   *
   * @param neededBy of those to be woken at the same instant the earliest goes first
   */
  void wakeAt(ResourceID id, Instant at, Instant neededBy) {
    alarms.set(new AlarmKey(kind, id), at, neededBy, () -> wake(id));
  }

  /** Cancels the time set for a resource. */
  void clearAlarm(ResourceID id) {
    alarms.clear(new AlarmKey(kind, id));
  }

  /** Forgets a resource that is gone. */
  void forget(ResourceID id) {
    clearAlarm(id);
    written.remove(id);
  }

  /** What the account view wakes for a resource. */
  Wakeable watcher(ResourceID id) {
    return new ViewWatcher(this, id);
  }

  @Override
  public Set<R> getSecondaryResources(R primary) {
    return Set.of();
  }

  @Override
  public void onResourceCreated(R resource) {
    graph.changed(resource);
  }

  @Override
  public void onResourceUpdated(R resource, R before) {
    onSeen.accept(resource);
    boolean leaving = resource.isMarkedForDeletion() && !before.isMarkedForDeletion();
    if (leaving || !sameForOthers(resource, before)) {
      graph.changed(resource);
    }
    if (!Objects.equals(resource.getSpec(), before.getSpec())) {
      graph.released(before);
    }
    boolean asked = !Objects.equals(annotations(resource), annotations(before));
    if (asked || !isAsWritten(resource)) {
      wake(ResourceID.fromResource(resource));
    }
  }

  /** The recreate annotation is a request too, though it does not change the generation. */
  private static Map<String, String> annotations(PersonalizeResource<?, ?> resource) {
    return resource.getMetadata().getAnnotations();
  }

  /** Notes the status that a pass has written. */
  void wrote(ResourceID id, CommonStatus status) {
    written.put(id, status.hashCode());
  }

  /** Another status than the last pass wrote: somebody changed it, or the pass saw an old one. */
  private boolean isAsWritten(R resource) {
    Integer last = written.get(ResourceID.fromResource(resource));
    return last == null || resource.getStatus() == null || last == resource.getStatus().hashCode();
  }

  @Override
  public void onResourceDeleted(R resource) {
    onGone.accept(resource);
    graph.deleted(resource);
  }

  /** Passes of others look at the spec and status, not at metadata. */
  private static boolean sameForOthers(
      PersonalizeResource<?, ?> one, PersonalizeResource<?, ?> other) {
    return Objects.equals(one.getStatus(), other.getStatus())
        && Objects.equals(one.getSpec(), other.getSpec());
  }
}
