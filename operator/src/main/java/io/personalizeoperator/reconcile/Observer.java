package io.personalizeoperator.reconcile;

import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.personalizeoperator.account.AccountView;
import io.personalizeoperator.account.RemoteKind;
import io.personalizeoperator.account.Snapshot;
import io.personalizeoperator.api.LifecycleStatus;
import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.aws.AwsConnection;
import io.personalizeoperator.clock.Wakeable;
import io.personalizeoperator.decision.Attempts;
import io.personalizeoperator.decision.Observed;
import io.personalizeoperator.decision.Outcome;
import io.personalizeoperator.decision.OwnerTags;
import io.personalizeoperator.decision.Parent;
import io.personalizeoperator.decision.Revision;
import io.personalizeoperator.decision.RevisionPlan;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Gathers what a decision is made from: caches and the account view, no call. From then on the
 * account view wakes the resource when what was observed changes.
 *
 * @param <R> the custom resource
 * @param <D> the details that AWS gives of it
 */
final class Observer<R extends PersonalizeResource<?, ?>, D> {
  private final Kind<R, D> kind;
  private final ReconcilerDependencies dependencies;
  private final WakeUps<R> wakeUps;

  /** What each resource watches: a revision that has been replaced is watched no more. */
  private final Map<ResourceID, Set<Watch>> watches = new ConcurrentHashMap<>();

  private final SpecSeen specSeen = new SpecSeen();

  /** A group of the account view that wakes a resource. */
  private record Watch(RemoteKind<?> kind, String group) {}

  Observer(Kind<R, D> kind, ReconcilerDependencies dependencies, WakeUps<R> wakeUps) {
    this.kind = kind;
    this.dependencies = dependencies;
    this.wakeUps = wakeUps;
  }

  Observed<R, D> observe(
      R resource,
      AccountView account,
      LifecycleStatus before,
      Attempts attempts,
      List<Outcome> outcomes) {
    String namespace = resource.getMetadata().getNamespace();
    List<Parent> parents = parents(resource, namespace);
    ResourceID id = ResourceID.fromResource(resource);
    Wakeable watcher = wakeUps.watcher(id);
    List<RevisionPlan> plans =
        kind.decider().revisions(resource, parents, dependencies.clock().instant(), outcomes);
    Map<RemoteKind<?>, String> groups = kind.decider().related(resource, parents);
    watchOnly(watchesOf(plans, groups), id, account);
    Map<RemoteKind<?>, Snapshot<?>> related = new HashMap<>();
    groups.forEach((of, group) -> related.put(of, account.of(of).watch(group, watcher)));
    AwsConnection connection = account.connection();
    if (before.arn() != null) {
      connection.trustAccountOf(before.arn());
    }
    return new Observed<>(
        resource,
        before,
        dependencies.clock().instant(),
        parents,
        plans.stream()
            .map(plan -> revision(resource, account, parents, plan, watcher, outcomes))
            .toList(),
        related,
        dependencies.graph().neighboursOf(resource, kind),
        resource.isMarkedForDeletion() ? dependencies.graph().childrenOf(resource) : List.of(),
        dependencies.configMaps().of(resource),
        connection.account(),
        connection.region(),
        OwnerTags.of(dependencies.cluster(), resource),
        attempts,
        outcomes,
        specSeen.since(resource, dependencies.clock().instant()));
  }

  private Revision<D> revision(
      R resource,
      AccountView account,
      List<Parent> parents,
      RevisionPlan plan,
      Wakeable watcher,
      List<Outcome> outcomes) {
    Snapshot<D> snapshot =
        plan.group()
            .map(group -> account.of(kind.calls()).watch(group, watcher))
            .orElseGet(Snapshot::unread);
    return new Revision<>(
        plan, snapshot, kind.decider().find(resource, parents, plan, snapshot, outcomes));
  }

  private Set<Watch> watchesOf(List<RevisionPlan> plans, Map<RemoteKind<?>, String> groups) {
    Set<Watch> all = new HashSet<>();
    plans.forEach(plan -> plan.group().ifPresent(group -> all.add(new Watch(kind.calls(), group))));
    groups.forEach((of, group) -> all.add(new Watch(of, group)));
    return Set.copyOf(all);
  }

  /** Takes back what a resource watched before and does not any more. */
  private void watchOnly(Set<Watch> now, ResourceID id, AccountView account) {
    Set<Watch> before = now.isEmpty() ? watches.remove(id) : watches.put(id, now);
    if (before != null && !before.equals(now)) {
      before.stream()
          .filter(watch -> !now.contains(watch))
          .forEach(watch -> account.of(watch.kind).unwatch(watch.group, wakeUps.watcher(id)));
    }
  }

  /** The resource is gone from Kubernetes: nothing wakes it any more. */
  void forget(R resource) {
    specSeen.forget(resource);
    watchOnly(Set.of(), ResourceID.fromResource(resource), dependencies.accounts().of(resource));
  }

  private List<Parent> parents(R resource, String namespace) {
    return kind.decider().references(resource).stream()
        .map(reference -> new Parent(reference, dependencies.graph().parent(reference, namespace)))
        .toList();
  }
}
