package io.personalizeoperator.testing;

import io.personalizeoperator.account.RemoteKind;
import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.account.Snapshot;
import io.personalizeoperator.api.LifecycleStatus;
import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.aws.AwsFailure;
import io.personalizeoperator.decision.Attempt;
import io.personalizeoperator.decision.Attempts;
import io.personalizeoperator.decision.KindDecider;
import io.personalizeoperator.decision.Observed;
import io.personalizeoperator.decision.Outcome;
import io.personalizeoperator.decision.OwnerTags;
import io.personalizeoperator.decision.Parent;
import io.personalizeoperator.decision.ParentReference;
import io.personalizeoperator.decision.Publication;
import io.personalizeoperator.decision.Revision;
import io.personalizeoperator.decision.RevisionPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a pass observes, put together by a test: the account is known for a day, nothing is in it.
 *
 * @param <R> the kind
 * @param <D> its details
 */
public final class Observation<R extends PersonalizeResource<?, ?>, D> {
  public static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  public static final Instant STARTED = NOW.minus(Duration.ofDays(1));
  public static final String ACCOUNT = "123456789012";
  public static final String REGION = "eu-west-1";
  public static final String CLUSTER = "cluster-1";

  private final R resource;
  private final List<Parent> parents = new ArrayList<>();
  private final Map<RemoteKind<?>, Snapshot<?>> related = new HashMap<>();
  private final Map<String, Snapshot<D>> byGroup = new HashMap<>();
  private Instant now = NOW;
  private Instant since = STARTED;
  private List<RemoteResource<D>> live = List.of();
  private boolean gone;
  private Instant asOf;
  private AwsFailure failure;
  private List<PersonalizeResource<?, ?>> neighbours = List.of();
  private List<PersonalizeResource<?, ?>> dependents = List.of();
  private Publication publication = Publication.UNKNOWN;
  private String account = ACCOUNT;
  private String region = REGION;
  private Attempts attempts = Attempts.NONE;
  private List<Outcome> outcomes = List.of();
  private Instant specSeen = STARTED;
  private LifecycleStatus before;

  private Observation(R resource) {
    this.resource = resource;
  }

  public static <R extends PersonalizeResource<?, ?>, D> Observation<R, D> of(R resource) {
    return new Observation<>(resource);
  }

  /** An ARN in the account and region of the credentials. */
  public static String arn(String part) {
    return "arn:aws:personalize:" + REGION + ":" + ACCOUNT + ":" + part;
  }

  /** The owner's tags of a custom resource in this cluster. */
  public static OwnerTags owner(PersonalizeResource<?, ?> resource) {
    return OwnerTags.of(CLUSTER, resource);
  }

  public Observation<R, D> at(Instant time) {
    now = time;
    return this;
  }

  public Observation<R, D> knownSince(Instant time) {
    since = time;
    return this;
  }

  /** No list has succeeded yet. */
  public Observation<R, D> unread() {
    return knownSince(null);
  }

  public Observation<R, D> listFailed(AwsFailure why) {
    failure = why;
    return this;
  }

  /** The newest list that succeeded is of then and not of now. */
  public Observation<R, D> asOf(Instant time) {
    asOf = time;
    return this;
  }

  public Observation<R, D> seeing(Remote<D> remote) {
    live = List.of(remote.live());
    return this;
  }

  public Observation<R, D> seeing(List<RemoteResource<D>> all) {
    live = List.copyOf(all);
    return this;
  }

  /** Another revision's group is known to have this; without that all share what is seen. */
  public Observation<R, D> seeing(String group, Snapshot<D> snapshot) {
    byGroup.put(group, snapshot);
    return this;
  }

  /** Absence is proven. */
  public Observation<R, D> gone() {
    gone = true;
    return this;
  }

  public Observation<R, D> parent(ParentReference reference, PersonalizeResource<?, ?> parent) {
    parents.add(new Parent(reference, Optional.ofNullable(parent)));
    return this;
  }

  public <M> Observation<R, D> related(RemoteKind<M> kind, Snapshot<M> snapshot) {
    related.put(kind, snapshot);
    return this;
  }

  public Observation<R, D> neighbours(List<? extends PersonalizeResource<?, ?>> all) {
    neighbours = List.copyOf(all);
    return this;
  }

  public Observation<R, D> dependents(List<? extends PersonalizeResource<?, ?>> all) {
    dependents = List.copyOf(all);
    return this;
  }

  /** What the ConfigMap that it publishes to has of it; not read yet at first. */
  public Observation<R, D> publication(Publication found) {
    publication = found;
    return this;
  }

  /** The credentials' account; null for not known yet. */
  public Observation<R, D> account(String id) {
    account = id;
    return this;
  }

  public Observation<R, D> region(String name) {
    region = name;
    return this;
  }

  /** After calls that failed and have not worked since. */
  public Observation<R, D> after(Attempt... failed) {
    attempts = Attempts.of(List.of(failed));
    return this;
  }

  public Observation<R, D> after(Attempts failed) {
    attempts = failed;
    return this;
  }

  /** The common status with what this pass has put into it so far. */
  public Observation<R, D> before(LifecycleStatus status) {
    before = status;
    return this;
  }

  /** Since when the process has known the spec as it is. */
  public Observation<R, D> specSeen(Instant at) {
    specSeen = at;
    return this;
  }

  /** What became of the actions of the pass so far. */
  public Observation<R, D> outcomes(List<Outcome> all) {
    outcomes = List.copyOf(all);
    return this;
  }

  private Snapshot<D> snapshot() {
    return new Snapshot<>(
        since != null,
        since,
        since == null ? null : Optional.ofNullable(asOf).orElse(now),
        Optional.ofNullable(failure),
        live,
        gone);
  }

  /** As a pass of the kind observes it: all that AWS has belongs to the first revision. */
  public Observed<R, D> observed(KindDecider<R, D> kind) {
    List<Revision<D>> revisions =
        kind.revisions(resource, parents, now, outcomes).stream()
            .map(plan -> revision(kind, plan))
            .toList();
    return observed(revisions);
  }

  private Revision<D> revision(KindDecider<R, D> kind, RevisionPlan plan) {
    Snapshot<D> snapshot = plan.group().map(byGroup::get).orElseGet(this::snapshot);
    return new Revision<>(plan, snapshot, kind.find(resource, parents, plan, snapshot, outcomes));
  }

  /** With revisions of the test's own. */
  public Observed<R, D> observed(List<Revision<D>> revisions) {
    return new Observed<>(
        resource,
        before == null ? resource.lifecycle() : before,
        now,
        List.copyOf(parents),
        revisions,
        Map.copyOf(related),
        neighbours,
        dependents,
        publication,
        Optional.ofNullable(account),
        Optional.ofNullable(region),
        owner(resource),
        attempts,
        outcomes,
        specSeen);
  }
}
