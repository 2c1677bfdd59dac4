package io.personalizeoperator.account;

import io.personalizeoperator.account.RemoteKind.Described;
import io.personalizeoperator.aws.Arn;
import io.personalizeoperator.aws.AwsFailure;
import io.personalizeoperator.clock.Wakeable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The resources of one kind in the account, as last listed, described and written. It reads its own
 * writes. Changes wake the watchers of their group; nothing here calls AWS.
 *
 * @param <D> the details
 */
public final class KindView<D> {
  private final RemoteKind<D> kind;
  private final InstantSource clock;
  private final Groups<D> groups;
  private final Watchers watchers = new Watchers();

  /** Of watched groups only, so that this does not grow. */
  private final Map<String, Absence> confirmedAbsent = new HashMap<>();

  private ViewRefresher refresher = ViewRefresher.NONE;
  private Runnable onEnded = () -> {};

  /** How many have ended that {@link #onEnded} has not been told of. */
  private int ended;

  /** Numbers questions and writes in their order, however the clock runs. */
  private long number;

  /** Answers to earlier questions are of another account. */
  private long forgotten;

  private @Nullable Instant since;
  private @Nullable Instant asOf;
  private boolean staleTold;
  private @Nullable AwsFailure failure;

  /**
   * A resource that AWS does not have.
   *
   * @param asOf number of the question that was answered so
   * @param created AWS's creation time of the resource that was there before; null if none is known
   */
  private record Absence(long asOf, @Nullable Instant created) {}

  KindView(RemoteKind<D> kind, InstantSource clock) {
    this.kind = kind;
    this.groups = new Groups<>(kind);
    this.clock = clock;
  }

  /** The kind that this is a view of. */
  public RemoteKind<D> kind() {
    return kind;
  }

  /**
   * Returns what is known of a group, and from now on wakes the watcher when it changes.
   *
   * @param group as {@link RemoteKind#groupOf} gives it
   * @param watcher who is woken
   */
  public Snapshot<D> watch(String group, Wakeable watcher) {
    synchronized (this) {
      boolean first = watchers.isEmpty();
      watchers.add(group, watcher);
      if (!first && since != null) {
        return snapshot(group);
      }
    }
    refresher.onFirstWatch();
    synchronized (this) {
      return snapshot(group);
    }
  }

  /** Wakes a watcher no more. */
  public synchronized void unwatch(String group, Wakeable watcher) {
    watchers.remove(group, watcher);
    if (!watchers.isWatched(group)) {
      confirmedAbsent.keySet().removeIf(resource -> kind.groupOf(resource).equals(group));
    }
  }

  /**
   * Takes in what this process has just created.
   *
   * @param madeBy UID of the custom resource that it was created for
   */
  public void created(String arn, @Nullable D details, String madeBy, Map<String, String> tags) {
    Instant now = clock.instant();
    Summary summary = new Summary(arn, kind.statusWhenCreated(), now, now, null);
    change(
        arn,
        (resources, resource) -> {
          CachedResource<D> known = resources.get(resource);
          if (known != null && known.isJustMade(now)) {
            // A list was quicker than the reply.
            known.claim(details, madeBy, ++number, now);
            known.tags(tags, now);
            return true;
          }
          Instant before = lastCreation(known, confirmedAbsent.get(resource));
          CachedResource<D> entry =
              CachedResource.created(summary, details, madeBy, before, ++number, now);
          entry.tags(tags, now);
          resources.put(resource, entry);
          return true;
        });
    refresher.onTransition();
  }

  private static @Nullable Instant lastCreation(
      @Nullable CachedResource<?> known, @Nullable Absence absence) {
    if (known != null) {
      return known.lastShownCreation();
    }
    return absence == null ? null : absence.created;
  }

  /** Takes in what this process has just sent as an update. */
  public void updated(String arn, @Nullable D details) {
    write(arn, null, details);
  }

  /** Takes in that this process has just deleted a resource. */
  public void deleted(String arn) {
    moved(arn, "DELETE PENDING");
  }

  /**
   * Takes in that a write has put a resource into another state.
   *
   * @param status the state, such as CREATE STOPPING
   */
  public void moved(String arn, String status) {
    write(arn, status, null);
  }

  /** A creation may have taken effect though no reply came: absence has to be confirmed again. */
  public synchronized void doubtAbsence(String group) {
    confirmedAbsent.remove(group);
  }

  /** Takes in tags as just read or written. */
  public void tagged(String arn, Map<String, String> tags) {
    change(
        arn,
        (resources, resource) -> {
          CachedResource<D> entry = resources.get(resource);
          if (entry != null && entry.summary().arn().equals(arn)) {
            entry.tags(tags, clock.instant());
          }
          return false;
        });
  }

  private void write(String arn, @Nullable String status, @Nullable D details) {
    change(
        arn,
        (resources, resource) -> {
          CachedResource<D> entry = resources.get(resource);
          if (entry == null || !entry.summary().arn().equals(arn)) {
            return false;
          }
          String next = status == null ? entry.summary().status() : status;
          entry.wrote(next, details, ++number, clock.instant());
          return true;
        });
    refresher.onTransition();
  }

  /**
   * Numbers a question that AWS is asked now. Its answer changes nothing that this process has
   * written, or that a later question has answered, in the meantime.
   */
  synchronized long ask() {
    return ++number;
  }

  /** Takes in an answer of Describe. */
  void described(Described<D> answer, long asked) {
    Summary summary = answer.summary();
    change(summary.arn(), (resources, resource) -> take(resources, resource, answer, asked));
    if (groups.isInTransition(summary.status(), answer.details())) {
      // A pass may be the first to see it: lists show no updates, and its Describe is its own.
      refresher.onTransition();
    }
  }

  /** Takes in that a Describe failed, for another reason than that nothing is there. */
  void describeFailed(String arn, AwsFailure why) {
    change(
        arn,
        (resources, resource) -> {
          CachedResource<D> entry = resources.get(resource);
          return entry != null && entry.describeFailed(why);
        });
  }

  /** Takes in that Describe answers NotFound. */
  void notFound(String arn, long asked) {
    change(
        arn,
        (resources, resource) -> {
          CachedResource<D> entry = resources.get(resource);
          Instant now = clock.instant();
          if (asked < forgotten) {
            return false;
          }
          if (entry != null && !isGone(entry, asked, now)) {
            return false;
          }
          boolean proven =
              entry != null || (since != null && since.plus(Snapshot.LAG).isBefore(now));
          if (proven && watchers.isWatched(kind.groupOf(resource))) {
            Instant created = lastCreation(entry, confirmedAbsent.get(resource));
            confirmedAbsent.put(resource, new Absence(asked, created));
          }
          boolean wasThere = resources.remove(resource) != null;
          ended += wasThere ? 1 : 0;
          return wasThere;
        });
  }

  private boolean isGone(CachedResource<D> entry, long asked, Instant now) {
    boolean deleted = entry.summary().status().startsWith("DELETE");
    return !entry.isNewerThan(asked) && (deleted || !entry.mayNotShowYet(now));
  }

  /**
   * A page of a list.
   *
   * @param asked number of the question for it
   */
  record Listed<D>(long asked, List<Described<D>> items) {}

  /**
   * Takes in all pages of a list of the account.
   *
   * @return the ARNs that were known and are not in it: absence from one list proves nothing
   */
  List<String> listed(List<Listed<D>> pages) {
    Instant now = clock.instant();
    Set<Wakeable> toWake = new LinkedHashSet<>();
    List<String> missing = new ArrayList<>();
    synchronized (this) {
      if (pages.stream().anyMatch(page -> page.asked() < forgotten)) {
        return List.of();
      }
      boolean first = since == null;
      boolean fresh = first || staleTold;
      since = first ? now : since;
      asOf = now;
      staleTold = false;
      failure = null;
      Set<String> seen = new HashSet<>();
      for (Listed<D> page : pages) {
        toWake.addAll(take(page));
        page.items().forEach(item -> seen.add(Arn.resourceOf(item.summary().arn())));
      }
      for (CachedResource<D> entry : groups.all()) {
        if (!seen.contains(Arn.resourceOf(entry.summary().arn())) && !entry.mayLag(now)) {
          missing.add(entry.summary().arn());
        }
      }
      if (fresh) {
        toWake.addAll(watchers.all());
      }
    }
    wake(toWake);
    return missing;
  }

  /** Takes in a page of a list of one parent. What is missing from it may be on another page. */
  void listedOfParent(Listed<D> page) {
    Set<Wakeable> toWake;
    synchronized (this) {
      toWake = take(page);
    }
    wake(toWake);
    if (page.items().stream().anyMatch(i -> Transition.isUnderWay(i.summary().status()))) {
      refresher.onTransition();
    }
  }

  /** The watchers of what has changed. */
  private Set<Wakeable> take(Listed<D> page) {
    Set<Wakeable> toWake = new LinkedHashSet<>();
    for (Described<D> item : page.items()) {
      String resource = Arn.resourceOf(item.summary().arn());
      String group = kind.groupOf(resource);
      Map<String, CachedResource<D>> resources = groups.opened(group);
      boolean isNew = !resources.containsKey(resource);
      boolean changed = take(resources, resource, item, page.asked());
      if (changed || (isNew && resources.containsKey(resource))) {
        toWake.addAll(watchers.of(group));
      }
      groups.closed(group);
    }
    return toWake;
  }

  private boolean take(
      Map<String, CachedResource<D>> resources, String resource, Described<D> answer, long asked) {
    if (asked < forgotten) {
      return false;
    }
    Absence absence = confirmedAbsent.get(resource);
    if (absence != null && asked < absence.asOf) {
      return false;
    }
    confirmedAbsent.remove(resource);
    Instant now = clock.instant();
    CachedResource<D> entry =
        resources.computeIfAbsent(resource, r -> CachedResource.seen(answer.summary(), asked, now));
    boolean wasBeingCreated = isBeingCreated(entry);
    boolean changed = entry.take(answer, asked, now);
    ended += wasBeingCreated && !isBeingCreated(entry) ? 1 : 0;
    return changed;
  }

  private static boolean isBeingCreated(CachedResource<?> entry) {
    String status = entry.summary().status();
    return status.startsWith("CREATE") && Transition.isUnderWay(status);
  }

  /** Outside the lock. */
  private void wake(Collection<Wakeable> watching) {
    int over;
    synchronized (this) {
      over = ended;
      ended = 0;
    }
    watching.forEach(Wakeable::wake);
    for (int i = 0; i < over; i++) {
      onEnded.run();
    }
  }

  /**
   * The credentials are of another account than what is known: nothing of it holds, nor does an
   * answer that is under way.
   */
  void forget() {
    Set<Wakeable> toWake;
    synchronized (this) {
      forgotten = ++number;
      groups.clear();
      confirmedAbsent.clear();
      since = null;
      asOf = null;
      staleTold = false;
      failure = null;
      toWake = Set.copyOf(watchers.all());
    }
    refresher.refresh();
    wake(toWake);
  }

  /** Takes in that a list failed; wakes at once while nothing is known, else once that matters. */
  void failed(AwsFailure why) {
    Set<Wakeable> toWake = new LinkedHashSet<>();
    synchronized (this) {
      boolean stale = Snapshot.isStale(asOf, clock.instant());
      boolean news = since == null ? !why.equals(failure) : stale && !staleTold;
      staleTold |= stale;
      failure = why;
      if (news) {
        toWake.addAll(watchers.all());
      }
    }
    toWake.forEach(Wakeable::wake);
  }

  /** Watched resources that AWS is at work on. */
  synchronized List<InTransition> inTransition() {
    return groups.inTransition(watchers::isWatched);
  }

  /** What fills a parent, as far as lists show whose each resource is. */
  public synchronized Occupancy occupancy(String parent) {
    List<String> resources =
        groups.all().stream()
            .map(CachedResource::summary)
            .filter(summary -> parent.equals(summary.parent()))
            .map(summary -> Arn.resourceOf(summary.arn()))
            .toList();
    return new Occupancy(
        resources.size(),
        resources.stream()
            .filter(resource -> !watchers.isWatched(kind.groupOf(resource)))
            .map(resource -> resource.substring(resource.indexOf('/') + 1))
            .sorted()
            .toList());
  }

  /** Number of resources known. */
  synchronized int size() {
    return groups.size();
  }

  /** Number of absences that are kept. */
  synchronized int absences() {
    return confirmedAbsent.size();
  }

  synchronized boolean isWatched() {
    return !watchers.isEmpty();
  }

  synchronized boolean isKnown() {
    return since != null;
  }

  /** Who keeps the view fresh. */
  void setRefresher(ViewRefresher keeper) {
    refresher = keeper;
  }

  /** Who hears of each creation that has come to an end, and of each resource that is gone. */
  void setOnEnded(Runnable listener) {
    onEnded = listener;
  }

  /** Asks for a list soon: something may have been created whose ARN is not known. */
  public void refresh() {
    refresher.refresh();
  }

  private Snapshot<D> snapshot(String group) {
    List<RemoteResource<D>> live = groups.live(group);
    return new Snapshot<>(
        since != null,
        since,
        asOf,
        Optional.ofNullable(failure),
        live,
        live.isEmpty() && confirmedAbsent.containsKey(group));
  }

  /** A change of the resources of one group. */
  private interface Change<D> {
    boolean apply(Map<String, CachedResource<D>> resources, String resource);
  }

  private void change(String arn, Change<D> change) {
    String resource = Arn.resourceOf(arn);
    String group = kind.groupOf(resource);
    List<Wakeable> toWake = List.of();
    synchronized (this) {
      Map<String, CachedResource<D>> resources = groups.opened(group);
      boolean changed = change.apply(resources, resource);
      if (resources.containsKey(resource)) {
        confirmedAbsent.remove(resource);
      }
      groups.closed(group);
      if (changed) {
        toWake = watchers.of(group);
      }
    }
    wake(toWake);
  }
}
