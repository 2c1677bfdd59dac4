package io.personalizeoperator.lifecycle;

import io.personalizeoperator.api.LifecycleStatus;
import io.personalizeoperator.api.Ownership;
import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.aws.Arn;
import io.personalizeoperator.aws.Live;
import io.personalizeoperator.status.Conditions;
import io.personalizeoperator.status.Notice;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Verdict;
import io.personalizeoperator.status.Verdict.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The life cycle that all kinds share, as an ordered chain of small checks: each finds one fault
 * and says what it means, or lets the next one look. A pure function of what was observed.
 *
 * @param <R> the custom resource
 * @param <D> the details that AWS gives of it
 */
public final class LifecycleDecider<R extends PersonalizeResource<?, ?>, D> {
  private final KindDecider<R, D> kind;
  private final CreationDecider<R, D> creation;
  private final OwnershipDecider<R, D> ownership;
  private final UpkeepDecider<R, D> upkeep;
  private final DeletionDecider<R, D> deletion;

  /**
   * The life cycle of one kind.
   *
   * @param kind what differs from kind to kind
   */
  public LifecycleDecider(KindDecider<R, D> kind) {
    this.kind = kind;
    this.creation = new CreationDecider<>(kind);
    this.ownership = new OwnershipDecider<>(kind);
    this.upkeep = new UpkeepDecider<>(kind);
    this.deletion = new DeletionDecider<>(kind, ownership);
  }

  /** Decides one pass. */
  public Decision decide(Observed<R, D> observed) {
    Step step =
        observed.resource().isMarkedForDeletion()
            ? deletion.decide(observed)
            : decideLife(observed);
    Step held = holdBack(observed, step);
    boolean nothingToSay =
        held.verdict().reason() == Reason.ReadingAccount && held.action().isEmpty();
    if (nothingToSay) {
      return new Decision(Optional.empty(), Optional.empty(), held.wakeAt(), List.of());
    }
    LifecycleStatus common = common(observed, held.verdict());
    return new Decision(
        Optional.of(kind.status(observed, common, kind.current(observed))),
        held.action(),
        held.wakeAt(),
        notices(observed, held));
  }

  private Step decideLife(Observed<R, D> observed) {
    return suspended(observed)
        .or(() -> wrongAccount(observed))
        .or(() -> unread(observed))
        .or(() -> parentMissing(observed))
        .or(() -> kind.waitsFor(observed).map(Step::rest))
        .or(
            () ->
                kind.current(observed).isEmpty()
                    ? Optional.of(creation.decide(observed))
                    : Optional.empty())
        .or(() -> ownership.decide(observed))
        .orElseGet(() -> upkeep.decide(observed));
  }

  private Optional<Step> suspended(Observed<R, D> observed) {
    return observed.resource().getSpec().suspended()
        ? Optional.of(
            Step.rest(
                Verdict.suspended(
                    "Nothing is changed in Amazon Personalize while spec.suspend is true.",
                    isServing(observed))))
        : Optional.empty();
  }

  /** Safety rule 3: an ARN of another account or region than the client's. */
  static <R extends PersonalizeResource<?, ?>, D> Optional<Step> wrongAccount(
      Observed<R, D> observed) {
    if (observed.before().arn() == null) {
      return Optional.empty();
    }
    Arn arn = Arn.parse(observed.before().arn());
    boolean account = observed.account().map(arn.account()::equals).orElse(true);
    boolean region = observed.region().map(arn.region()::equals).orElse(true);
    return account && region
        ? Optional.empty()
        : Optional.of(
            Step.rest(
                Verdict.stalled(
                    Reason.WrongAccount,
                    "status.arn is in account %s, region %s, but the operator's credentials are for account %s, region %s. Nothing is made, changed or deleted; correct the credentials or the region."
                        .formatted(
                            arn.account(),
                            arn.region(),
                            observed.account().orElse("?"),
                            observed.region().orElse("?")),
                    false)));
  }

  private Optional<Step> unread(Observed<R, D> observed) {
    boolean identityKnown = kind.group(observed.resource(), observed.parents()).isPresent();
    if (!identityKnown || observed.sighting().known()) {
      return Optional.empty();
    }
    return Optional.of(readingAccount(observed));
  }

  /** Nothing is known yet: says so only if reading fails. */
  static <R extends PersonalizeResource<?, ?>, D> Step readingAccount(Observed<R, D> observed) {
    boolean wasReady = Conditions.isTrue(observed.before().conditions(), Conditions.READY);
    return Step.rest(
        observed
            .sighting()
            .failure()
            .map(failure -> FailureVerdict.of(failure, wasReady))
            .orElse(
                Verdict.progressing(
                    Reason.ReadingAccount, "The operator is reading the account.", wasReady)));
  }

  private Optional<Step> parentMissing(Observed<R, D> observed) {
    return observed.parents().stream()
        .filter(parent -> !parent.isReady())
        .findFirst()
        .map(
            parent ->
                Step.rest(
                    Verdict.progressing(
                        Reason.valueOf("WaitingFor" + parent.kindName()),
                        parent.whatIsMissing(),
                        isServing(observed))));
  }

  private boolean isServing(Observed<R, D> observed) {
    return observed.before().arn() != null
        && (observed.sighting().known()
            ? kind.current(observed).map(Live::isActive).orElse(false)
            : Conditions.isTrue(observed.before().conditions(), Conditions.READY));
  }

  /** An action that has just failed is not made again before its time. */
  private Step holdBack(Observed<R, D> observed, Step step) {
    Optional<Attempt> attempt =
        observed
            .attempt()
            .filter(
                a ->
                    step.action()
                        .filter(w -> a.holds(w.key(), observed.generation(), observed.now()))
                        .isPresent());
    return attempt
        .map(
            a ->
                new Step(
                        FailureVerdict.of(a.failure(), step.verdict().serving()),
                        Optional.empty(),
                        step.wakeAt(),
                        step.notices())
                    .wakingBy(a.retryAt()))
        .orElse(step);
  }

  private LifecycleStatus common(Observed<R, D> observed, Verdict verdict) {
    LifecycleStatus before = observed.before();
    Optional<Live<D>> live = kind.current(observed);
    Optional<Ownership> owned =
        live.flatMap(l -> ownership.of(observed, l))
            .or(() -> Optional.ofNullable(before.ownership()));
    Optional<Live<D>> ours = live.filter(l -> ownership.of(observed, l).isPresent());
    boolean known = observed.sighting().known();
    return new LifecycleStatus(
        observed.generation(),
        ours.map(Live::arn).orElse(before.arn()),
        known ? ours.map(Live::status).orElse(null) : before.awsStatus(),
        ours.filter(l -> !kind.needsDetails() || l.details() != null)
            .map(l -> l.summary().lastUpdated())
            .orElse(before.awsLastUpdated()),
        owned.orElse(null),
        ours.filter(l -> !l.hasFailed() && !l.isBeingDeleted()).isPresent()
            ? Recreation.wanted(observed.resource())
            : before.recreated(),
        before.published(),
        ours.map(l -> tagKeys(observed)).orElse(before.tagKeys()),
        Conditions.after(before.conditions(), verdict, observed.generation(), observed.now()));
  }

  private List<String> tagKeys(Observed<R, D> observed) {
    var tags = observed.resource().getSpec().tags();
    boolean stillToSet = UpkeepDecider.tagsDiffer(observed, kind.current(observed).orElseThrow());
    return stillToSet
        ? observed.before().tagKeys()
        : tags == null || tags.isEmpty() ? null : tags.keySet().stream().sorted().toList();
  }

  /** A resource that stalls, or that is ready again, is news. */
  private static <R extends PersonalizeResource<?, ?>, D> List<Notice> notices(
      Observed<R, D> observed, Step step) {
    List<Notice> all = new ArrayList<>(step.notices());
    Verdict verdict = step.verdict();
    var stalled = Conditions.find(observed.before().conditions(), Conditions.STALLED);
    boolean wasStalled = Conditions.isTrue(observed.before().conditions(), Conditions.STALLED);
    boolean sameStall =
        wasStalled && stalled.orElseThrow().reason().equals(verdict.reason().name());
    if (verdict.state() == State.STALLED && !sameStall) {
      all.add(Notice.warning(verdict.reason().name(), verdict.message()));
    }
    return List.copyOf(all);
  }
}
