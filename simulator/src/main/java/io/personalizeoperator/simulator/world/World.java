package io.personalizeoperator.simulator.world;

import io.personalizeoperator.simulator.ServiceException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The resources of one account in one region. All work on it runs inside {@link #enter}, one caller
 * at a time, after the steps that were due by then.
 */
public final class World {
  private final WorldKey key;
  private final WorldClock clock;
  private final Settings settings;
  private final Map<ResourceKind, Lifecycle> lifecycles;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, ResourceHistory> histories = new HashMap<>();
  private final Map<ResourceKind, ResourceIndex> indexes = new EnumMap<>(ResourceKind.class);
  private final Deque<ResourceHistory> fading = new ArrayDeque<>();
  private final Schedule schedule = new Schedule();
  private final Map<String, Resource> changes = new LinkedHashMap<>();
  private final ChangeListener listener;
  private Instant now;
  private long sequence;

  /** Creates an empty world. */
  public World(
      WorldKey key,
      WorldClock clock,
      Settings settings,
      Map<ResourceKind, Lifecycle> lifecycles,
      ChangeListener listener) {
    this.key = key;
    this.clock = clock;
    this.settings = settings;
    this.lifecycles = lifecycles;
    this.listener = listener;
    this.now = clock.instant();
    for (ResourceKind kind : ResourceKind.values()) {
      indexes.put(kind, new ResourceIndex());
    }
  }

  /** Runs the work with exclusive access, at the present time of the clock. */
  public <T> T enter(Supplier<T> work) {
    lock.lock();
    try {
      catchUp(clock.instant());
      return work.get();
    } finally {
      if (!changes.isEmpty()) {
        listener.changed(key, now, changes);
        changes.clear();
      }
      lock.unlock();
      listener.settle();
    }
  }

  private void catchUp(Instant until) {
    for (Schedule.Item item = schedule.next(until); item != null; item = schedule.next(until)) {
      ResourceHistory history = histories.get(item.arn());
      Resource resource = history == null ? null : history.truth;
      if (resource != null && resource.scheduled().contains(item.planned())) {
        // Each step happens at its scheduled time, however late it is applied.
        now = item.planned().at();
        StatusTransitions.take(this, resource.without(item.planned()), item.planned().step());
      }
    }
    now = until.isAfter(now) ? until : now;
    while (!fading.isEmpty() && (fading.peek().truth != null || fading.peek().faded(cutoff()))) {
      drop(fading.poll());
    }
  }

  private void drop(ResourceHistory history) {
    if (history.truth == null && history.indexed != null) {
      Resource last = history.indexed;
      indexes.get(last.kind()).place(history, null);
      histories.remove(last.arn(), history);
    }
  }

  /** The account and region. */
  public WorldKey key() {
    return key;
  }

  /** The time of the present work. */
  public Instant now() {
    return now;
  }

  /** The settings of the control API. */
  public Settings settings() {
    return settings;
  }

  Lifecycle lifecycle(ResourceKind kind) {
    return lifecycles.getOrDefault(kind, NO_LIFE_OF_ITS_OWN);
  }

  private static final Lifecycle NO_LIFE_OF_ITS_OWN = new Lifecycle() {};

  /** The present value of the resource, or null. */
  public Resource find(String arn) {
    ResourceHistory history = histories.get(arn);
    return history == null ? null : history.truth;
  }

  /**
   * The present value of the resource of that kind.
   *
   * @throws ServiceException ResourceNotFoundException
   */
  public Resource require(ResourceKind kind, String arn) {
    Resource resource = find(arn);
    if (resource == null || resource.kind() != kind) {
      throw ServiceException.notFound(arn);
    }
    return resource;
  }

  /** The value of the resource that List and Describe show, or null. */
  public Resource visible(String arn) {
    ResourceHistory history = histories.get(arn);
    return history == null ? null : history.visible(cutoff());
  }

  private Instant cutoff() {
    return now.minus(settings.lag());
  }

  /**
   * At most {@code limit} resources as List shows them, in the order of their kind.
   *
   * @param parent null: of all parents
   * @param after the sequence of the last resource on the page before; 0: the first page
   */
  public List<Resource> page(ResourceKind kind, String parent, long after, int limit) {
    List<Resource> page = new ArrayList<>();
    Instant cutoff = cutoff();
    for (ResourceHistory history : rest(kind, parent, after).values()) {
      Resource resource = history.visible(cutoff);
      if (resource != null) {
        page.add(resource);
        if (page.size() == limit) {
          break;
        }
      }
    }
    return page;
  }

  private NavigableMap<Long, ResourceHistory> rest(ResourceKind kind, String parent, long after) {
    NavigableMap<Long, ResourceHistory> all = indexes.get(kind).histories(parent);
    if (!kind.newestFirst()) {
      return all.tailMap(after, false);
    }
    return (after == 0 ? all : all.headMap(after, false)).descendingMap();
  }

  /** The present values of the resources of that parent, in order of creation. */
  public List<Resource> children(ResourceKind kind, String parent) {
    List<Resource> children = new ArrayList<>();
    for (ResourceHistory history : indexes.get(kind).histories(parent).values()) {
      if (history.truth != null) {
        children.add(history.truth);
      }
    }
    return children;
  }

  /** The number of resources of that kind and parent; parent null: of all parents. */
  public int count(ResourceKind kind, String parent) {
    return indexes.get(kind).live(parent);
  }

  /** The number of resources of that kind that are pending or in progress. */
  public int busy(ResourceKind kind) {
    return indexes.get(kind).busy();
  }

  /** A number that no other resource or scheduled step of this world uses. */
  public long nextSequence() {
    return ++sequence;
  }

  /** Writes the value that a call gives a resource; List and Describe show it after the lag. */
  public void put(Resource resource) {
    ResourceHistory history =
        histories.computeIfAbsent(resource.arn(), arn -> new ResourceHistory());
    history.remember(now, cutoff());
    write(history, resource);
  }

  /**
   * Writes the value that a scheduled step gives a resource; readers see it as soon as they see the
   * call that scheduled the step.
   */
  public void move(Resource resource) {
    write(histories.get(resource.arn()), resource);
  }

  private void write(ResourceHistory history, Resource resource) {
    ResourceIndex index = indexes.get(resource.kind());
    index.count(history.truth, resource);
    for (ScheduledStep planned : resource.scheduled()) {
      if (history.truth == null || !history.truth.scheduled().contains(planned)) {
        schedule.add(resource.arn(), planned);
      }
    }
    history.truth = resource;
    index.place(history, resource);
    changes.put(resource.arn(), resource);
  }

  /**
   * Removes a resource: for writers at once, for readers when they see the call that deleted it.
   */
  public void remove(Resource resource) {
    ResourceHistory history = histories.get(resource.arn());
    indexes.get(resource.kind()).count(history.truth, null);
    history.truth = null;
    changes.put(resource.arn(), null);
    if (history.faded(cutoff())) {
      drop(history);
    } else {
      fading.add(history);
    }
    lifecycle(resource.kind()).removed(this, resource);
  }

  /** A step scheduled in that time from now. */
  public ScheduledStep in(Duration time, ScheduledStep.Step step) {
    return new ScheduledStep(now.plus(time), nextSequence(), step);
  }

  /** The resource with one more scheduled step. */
  public static Resource plan(Resource resource, ScheduledStep planned) {
    List<ScheduledStep> scheduled = new ArrayList<>(resource.scheduled());
    scheduled.add(planned);
    return resource.scheduled(scheduled);
  }

  /** The resource without scheduled steps of that type. */
  public static Resource cancel(Resource resource, ScheduledStep.Step step) {
    return resource.scheduled(
        resource.scheduled().stream().filter(planned -> planned.step() != step).toList());
  }

  /** Restores a resource as a listener received it earlier; null: removes it. */
  public void restore(String arn, Resource resource) {
    ResourceHistory history = histories.computeIfAbsent(arn, missing -> new ResourceHistory());
    if (resource == null) {
      if (history.truth != null) {
        indexes.get(history.truth.kind()).count(history.truth, null);
        history.truth = null;
        drop(history);
      }
      return;
    }
    write(history, resource);
    changes.clear();
    sequence = Math.max(sequence, resource.sequence());
    resource.scheduled().forEach(planned -> sequence = Math.max(sequence, planned.order()));
  }

  /** All resources in order of creation. */
  public List<Resource> all() {
    List<Resource> all = new ArrayList<>();
    histories.values().stream()
        .filter(history -> history.truth != null)
        .forEach(history -> all.add(history.truth));
    all.sort(Comparator.comparingLong(Resource::sequence));
    return all;
  }
}
