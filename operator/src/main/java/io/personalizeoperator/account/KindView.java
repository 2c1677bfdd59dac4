package io.personalizeoperator.account;

import io.personalizeoperator.account.RemoteKind.Described;
import io.personalizeoperator.aws.Arn;
import io.personalizeoperator.aws.AwsFailure;
import io.personalizeoperator.clock.Wakeable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
  private final Set<String> gone = new HashSet<>();
  private ViewRefresher upkeep = ViewRefresher.NONE;
  private Instant since;
  private Instant asOf;
  private boolean staleTold;
  private AwsFailure failure;

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
   * What is known of a group, and from now on wakes the watcher when it changes.
   *
   * @param group as {@link RemoteKind#groupOf} gives it
   * @param watcher who is told
   */
  public Snapshot<D> watch(String group, Wakeable watcher) {
    synchronized (this) {
      watchers.add(group, watcher);
      if (since != null) {
        return snapshot(group);
      }
    }
    upkeep.onFirstWatch();
    synchronized (this) {
      return snapshot(group);
    }
  }

  /** Stops telling a watcher. */
  public synchronized void unwatch(String group, Wakeable watcher) {
    watchers.remove(group, watcher);
  }

  /**
   * Takes in what this process has just created.
   *
   * @param madeBy UID of the custom resource that it was created for
   */
  public void created(String arn, D details, String madeBy, Map<String, String> tags) {
    Instant now = clock.instant();
    Summary summary = new Summary(arn, kind.statusWhenCreated(), now, now, null);
    change(
        arn,
        (resources, resource) -> {
          resources.put(resource, CachedResource.created(summary, details, madeBy, tags, now));
          return true;
        });
    upkeep.onTransition();
  }

  /** Takes in what this process has just sent as an update. */
  public void updated(String arn, D details) {
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

  /** A creation may have taken effect though no reply came: absence has to be proven anew. */
  public synchronized void doubtAbsence(String group) {
    gone.remove(group);
  }

  /** Takes in tags as just read or written. */
  public void tagged(String arn, Map<String, String> tags) {
    change(
        arn,
        (resources, resource) -> {
          CachedResource<D> entry = resources.get(resource);
          if (entry != null) {
            entry.tags(tags, clock.instant());
          }
          return false;
        });
  }

  private void write(String arn, String status, D details) {
    change(
        arn,
        (resources, resource) -> {
          CachedResource<D> entry = resources.get(resource);
          if (entry == null) {
            return false;
          }
          String next = status == null ? entry.summary().status() : status;
          entry.wrote(next, details, clock.instant());
          return true;
        });
    upkeep.onTransition();
  }

  /** Takes in an answer of Describe. */
  void described(Described<D> answer) {
    Summary summary = answer.summary();
    change(
        summary.arn(),
        (resources, resource) ->
            resources
                .computeIfAbsent(resource, r -> CachedResource.seen(summary, clock.instant()))
                .take(summary, answer.details(), clock.instant()));
    if (groups.isInTransition(summary.status(), answer.details())) {
      // A pass may be first to see it: lists tell nothing of updates, and Describe is its own.
      upkeep.onTransition();
    }
  }

  /** Takes in that Describe answers NotFound. */
  void notFound(String arn) {
    change(
        arn,
        (resources, resource) -> {
          CachedResource<D> entry = resources.get(resource);
          Instant now = clock.instant();
          boolean deleted = entry != null && entry.summary().status().startsWith("DELETE");
          if (entry != null && entry.mayNotShowYet(now) && !deleted) {
            return false;
          }
          if (entry != null || (since != null && since.plus(Snapshot.LAG).isBefore(now))) {
            gone.add(resource);
          }
          return resources.remove(resource) != null;
        });
  }

  /**
   * Takes in a whole list.
   *
   * @return the ARNs that were known and are not in it: absence from one list proves nothing
   */
  List<String> listed(List<Described<D>> answer) {
    Instant now = clock.instant();
    Set<Wakeable> toWake = new LinkedHashSet<>();
    List<String> missing = new ArrayList<>();
    synchronized (this) {
      boolean first = since == null;
      boolean fresh = first || staleTold;
      since = first ? now : since;
      asOf = now;
      staleTold = false;
      failure = null;
      Set<String> seen = HashSet.newHashSet(answer.size());
      for (Described<D> item : answer) {
        String resource = Arn.resourceOf(item.summary().arn());
        seen.add(resource);
        if (takeListed(item, resource, now)) {
          toWake.addAll(watchers.of(kind.groupOf(resource)));
        }
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
    toWake.forEach(Wakeable::wake);
    return missing;
  }

  private boolean takeListed(Described<D> item, String resource, Instant now) {
    gone.remove(resource);
    Map<String, CachedResource<D>> resources = groups.opened(kind.groupOf(resource));
    CachedResource<D> entry = resources.get(resource);
    if (entry == null) {
      entry = CachedResource.seen(item.summary(), now);
      resources.put(resource, entry);
      entry.take(item.summary(), item.details(), now);
      return true;
    }
    return entry.take(item.summary(), item.details(), now);
  }

  /** Takes in that a list failed; told at once while nothing is known, else once that matters. */
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
  synchronized List<RemoteResource<D>> inTransition() {
    return groups.inTransition(watchers::isWatched);
  }

  /** Watched resources whose own status rests while an update is under way. */
  synchronized List<RemoteResource<D>> beingUpdated() {
    return inTransition().stream().filter(live -> !Transition.isUnderWay(live.status())).toList();
  }

  /** When a resource in transition last changed; the newest of all. */
  synchronized Optional<Instant> newestTransition() {
    return groups.newestTransition(watchers::isWatched);
  }

  /** Number of resources known. */
  synchronized int size() {
    return groups.size();
  }

  synchronized boolean isWatched() {
    return !watchers.isEmpty();
  }

  synchronized boolean isKnown() {
    return since != null;
  }

  /** Who keeps the view fresh. */
  void setRefresher(ViewRefresher keeper) {
    upkeep = keeper;
  }

  /** Asks for a list soon: something may have been made whose name its ARN does not tell. */
  public void refresh() {
    upkeep.refresh();
  }

  private Snapshot<D> snapshot(String group) {
    List<RemoteResource<D>> live = groups.live(group);
    return new Snapshot<>(
        since != null,
        since,
        asOf,
        Optional.ofNullable(failure),
        live,
        live.isEmpty() && gone.contains(group));
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
      if (!resources.isEmpty()) {
        gone.remove(resource);
      }
      groups.closed(group);
      if (changed) {
        toWake = watchers.of(group);
      }
    }
    toWake.forEach(Wakeable::wake);
  }
}
