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
 * The resources of one account in one region. All work on it happens inside {@link #enter}, one
 * caller at a time, after everything that was due by then has happened.
 */
public final class World {
  private final WorldKey key;
  private final SimulatedClock clock;
  private final Settings settings;
  private final Map<Kind, Lifecycle> lifecycles;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Entry> entries = new HashMap<>();
  private final Map<Kind, Shelf> shelves = new EnumMap<>(Kind.class);
  private final Deque<Entry> fading = new ArrayDeque<>();
  private final Schedule schedule = new Schedule();
  private final Map<String, Resource> changes = new LinkedHashMap<>();
  private final ChangeListener listener;
  private Instant now;
  private long sequence;

  /** An empty world. */
  public World(
      WorldKey key,
      SimulatedClock clock,
      Settings settings,
      Map<Kind, Lifecycle> lifecycles,
      ChangeListener listener) {
    this.key = key;
    this.clock = clock;
    this.settings = settings;
    this.lifecycles = lifecycles;
    this.listener = listener;
    this.now = clock.instant();
    for (Kind kind : Kind.values()) {
      shelves.put(kind, new Shelf());
    }
  }

  /** Does the work alone, at the clock's present moment. */
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
      Entry entry = entries.get(item.arn());
      Resource resource = entry == null ? null : entry.truth;
      if (resource != null && resource.dues().contains(item.due())) {
        // Each change happens at its own moment, however late it is noticed.
        now = item.due().at();
        Turn.take(this, resource.without(item.due()), item.due().step());
      }
    }
    now = until.isAfter(now) ? until : now;
    while (!fading.isEmpty() && (fading.peek().truth != null || fading.peek().faded(cutoff()))) {
      drop(fading.poll());
    }
  }

  private void drop(Entry entry) {
    if (entry.truth == null && entry.indexed != null) {
      Resource last = entry.indexed;
      shelves.get(last.kind()).place(entry, null);
      entries.remove(last.arn(), entry);
    }
  }

  /** The account and region. */
  public WorldKey key() {
    return key;
  }

  /** The moment at which the present work happens. */
  public Instant now() {
    return now;
  }

  /** What the control API has set. */
  public Settings settings() {
    return settings;
  }

  Lifecycle lifecycle(Kind kind) {
    return lifecycles.getOrDefault(kind, NO_LIFE_OF_ITS_OWN);
  }

  private static final Lifecycle NO_LIFE_OF_ITS_OWN = new Lifecycle() {};

  /** The resource as it is, or null. */
  public Resource find(String arn) {
    Entry entry = entries.get(arn);
    return entry == null ? null : entry.truth;
  }

  /**
   * The resource of that kind as it is.
   *
   * @throws ServiceException ResourceNotFoundException
   */
  public Resource require(Kind kind, String arn) {
    Resource resource = find(arn);
    if (resource == null || resource.kind() != kind) {
      throw ServiceException.notFound(arn);
    }
    return resource;
  }

  /** The resource as List and Describe show it, or null. */
  public Resource visible(String arn) {
    Entry entry = entries.get(arn);
    return entry == null ? null : entry.visible(cutoff());
  }

  private Instant cutoff() {
    return now.minus(settings.lag());
  }

  /**
   * At most that many resources as List shows them, in the order of its kind.
   *
   * @param parent null: of all parents
   * @param after the sequence of the last resource on the page before; 0: from the beginning
   */
  public List<Resource> page(Kind kind, String parent, long after, int limit) {
    List<Resource> page = new ArrayList<>();
    Instant cutoff = cutoff();
    for (Entry entry : rest(kind, parent, after).values()) {
      Resource resource = entry.visible(cutoff);
      if (resource != null) {
        page.add(resource);
        if (page.size() == limit) {
          break;
        }
      }
    }
    return page;
  }

  private NavigableMap<Long, Entry> rest(Kind kind, String parent, long after) {
    NavigableMap<Long, Entry> all = shelves.get(kind).entries(parent);
    if (!kind.newestFirst()) {
      return all.tailMap(after, false);
    }
    return (after == 0 ? all : all.headMap(after, false)).descendingMap();
  }

  /** The resources of that parent as they are, in order of creation. */
  public List<Resource> children(Kind kind, String parent) {
    List<Resource> children = new ArrayList<>();
    for (Entry entry : shelves.get(kind).entries(parent).values()) {
      if (entry.truth != null) {
        children.add(entry.truth);
      }
    }
    return children;
  }

  /** How many resources of that kind the parent has; null: how many there are. */
  public int count(Kind kind, String parent) {
    return shelves.get(kind).live(parent);
  }

  /** How many resources of that kind AWS is at work on. */
  public int busy(Kind kind) {
    return shelves.get(kind).busy();
  }

  /** A number that no other resource or due of this world has. */
  public long nextSequence() {
    return ++sequence;
  }

  /** Writes what a call has made of a resource; List and Describe show it after the lag. */
  public void put(Resource resource) {
    Entry entry = entries.computeIfAbsent(resource.arn(), arn -> new Entry());
    entry.remember(now, cutoff());
    write(entry, resource);
  }

  /**
   * Writes what time has made of a resource; it is seen as soon as the call that it goes back to
   * is.
   */
  public void move(Resource resource) {
    write(entries.get(resource.arn()), resource);
  }

  private void write(Entry entry, Resource resource) {
    Shelf shelf = shelves.get(resource.kind());
    shelf.count(entry.truth, resource);
    for (Due due : resource.dues()) {
      if (entry.truth == null || !entry.truth.dues().contains(due)) {
        schedule.add(resource.arn(), due);
      }
    }
    entry.truth = resource;
    shelf.place(entry, resource);
    changes.put(resource.arn(), resource);
  }

  /**
   * Takes a resource away: for writers at once, for readers once they see the call that deleted it.
   */
  public void remove(Resource resource) {
    Entry entry = entries.get(resource.arn());
    shelves.get(resource.kind()).count(entry.truth, null);
    entry.truth = null;
    changes.put(resource.arn(), null);
    if (entry.faded(cutoff())) {
      drop(entry);
    } else {
      fading.add(entry);
    }
    lifecycle(resource.kind()).removed(this, resource);
  }

  /** A due in that time from now. */
  public Due in(Duration time, Due.Step step) {
    return new Due(now.plus(time), nextSequence(), step);
  }

  /** The resource with something more scheduled. */
  public static Resource plan(Resource resource, Due due) {
    List<Due> dues = new ArrayList<>(resource.dues());
    dues.add(due);
    return resource.dues(dues);
  }

  /** The resource with nothing of that sort scheduled. */
  public static Resource cancel(Resource resource, Due.Step step) {
    return resource.dues(resource.dues().stream().filter(due -> due.step() != step).toList());
  }

  /** Takes in a resource as a listener heard of it before; null: it is gone. */
  public void restore(String arn, Resource resource) {
    Entry entry = entries.computeIfAbsent(arn, missing -> new Entry());
    if (resource == null) {
      if (entry.truth != null) {
        shelves.get(entry.truth.kind()).count(entry.truth, null);
        entry.truth = null;
        drop(entry);
      }
      return;
    }
    write(entry, resource);
    changes.clear();
    sequence = Math.max(sequence, resource.sequence());
    resource.dues().forEach(due -> sequence = Math.max(sequence, due.order()));
  }

  /** All resources in order of creation. */
  public List<Resource> all() {
    List<Resource> all = new ArrayList<>();
    entries.values().stream()
        .filter(entry -> entry.truth != null)
        .forEach(entry -> all.add(entry.truth));
    all.sort(Comparator.comparingLong(Resource::sequence));
    return all;
  }
}
