package io.personalizeoperator.decision;

import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.api.CommonStatus;
import io.personalizeoperator.api.LifecycleStatus;
import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.status.Conditions;
import io.personalizeoperator.status.Notice;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Verdict;
import io.personalizeoperator.status.Verdict.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The life cycle that all kinds share: every concern looks for itself, and of their findings comes
 * one decision. A pure function of what was observed.
 *
 * @param <R> the custom resource
 * @param <D> the details that AWS gives of it
 */
public final class LifecycleDecider<R extends PersonalizeResource<?, ?>, D> {
  private final KindDecider<R, D> kind;

  /**
   * The life cycle of one kind.
   *
   * @param kind what differs from kind to kind
   */
  public LifecycleDecider(KindDecider<R, D> kind) {
    this.kind = kind;
  }

  /** Decides one pass. */
  public Decision decide(Observed<R, D> observed) {
    Intent<D> intent = kind.intent(observed);
    List<Subject<D>> subjects = subjects(observed, intent);
    List<Finding> findings = findings(observed, subjects);
    Choice choice = Choice.of(findings, observed);
    Verdict verdict = ReadingConcern.dated(observed, choice.verdict());
    if (verdict.reason() == Reason.ReadingAccount && choice.action().isEmpty()) {
      return new Decision(
          Optional.empty(), Optional.empty(), Instant.MAX, choice.wakeAt(), List.of());
    }
    LifecycleStatus common = common(subjects.getFirst(), verdict, findings);
    CommonStatus status = intent.status(common, findings);
    List<Notice> notices = new ArrayList<>(notices(observed, verdict, choice.notices()));
    notices.addAll(intent.news(status));
    return new Decision(
        Optional.of(status),
        choice.action(),
        observed.resource().isMarkedForDeletion() ? Instant.MAX : choice.neededBy(),
        earliest(observed, choice.wakeAt(), intent.nextChange()),
        List.copyOf(notices));
  }

  /** The same decision while its call is queued: what is not created yet says so. */
  public Decision whileQueued(Observed<R, D> observed, Decision decision) {
    if (observed.live().isPresent() || observed.resource().isMarkedForDeletion()) {
      return decision;
    }
    Intent<D> intent = kind.intent(observed);
    Verdict verdict =
        Verdict.progressing(
            Reason.WaitingForRateLimit,
            "Queued behind other AWS calls (limit: --requests-per-second).",
            false);
    LifecycleStatus common = common(subjects(observed, intent).getFirst(), verdict, List.of());
    return new Decision(
        Optional.of(intent.status(common, List.of())),
        decision.action(),
        decision.neededBy(),
        decision.wakeAt(),
        decision.notices());
  }

  /** What every concern finds, in the order of their importance. */
  public List<Finding> findings(Observed<R, D> observed) {
    return findings(observed, subjects(observed, kind.intent(observed)));
  }

  private List<Subject<D>> subjects(Observed<R, D> observed, Intent<D> intent) {
    return observed.revisions().stream()
        .map(revision -> Subject.of(observed, revision, kind, intent))
        .toList();
  }

  private List<Finding> findings(Observed<R, D> observed, List<Subject<D>> subjects) {
    if (observed.resource().isMarkedForDeletion()) {
      return DeletionConcern.look(observed, subjects);
    }
    Optional<Finding> nothingMayBeDone =
        suspended(observed, subjects.getFirst()).or(() -> AccountConcern.look(observed));
    return nothingMayBeDone
        .map(List::of)
        .orElseGet(
            () ->
                subjects.stream()
                    .flatMap(this::findings)
                    .sorted(Comparator.comparing(Finding::concern))
                    .toList());
  }

  /** What is not ours is not looked after, and not reported unless the conditions speak of it. */
  private Stream<Finding> findings(Subject<D> subject) {
    if (subject.revision().role() == Role.RETIRING) {
      return RetirementConcern.look(subject).map(Finding::unreported).stream();
    }
    List<Finding> all =
        ReadingConcern.look(subject)
            .map(List::of)
            .orElseGet(
                () -> subject.revision().live().isPresent() ? present(subject) : absent(subject));
    return subject.revision().role().isReported()
        ? all.stream()
        : all.stream().map(Finding::unreported);
  }

  private static <D> List<Finding> absent(Subject<D> subject) {
    return List.of(
        ParentsConcern.look(subject.observed(), false)
            .or(
                () ->
                    subject
                        .intent()
                        .waitsFor()
                        .map(verdict -> Finding.rest(Concern.EXISTENCE, verdict)))
            .orElseGet(() -> ExistenceConcern.look(subject)));
  }

  /** Side by side: none of these is a precondition of another. */
  private static <D> List<Finding> present(Subject<D> subject) {
    Optional<Finding> parents = ParentsConcern.look(subject.observed(), true);
    if (!subject.isOurs()) {
      return List.of(OwnershipConcern.look(subject));
    }
    Optional<Finding> state = StateConcern.look(subject);
    if (state.isPresent()) {
      return List.of(state.get());
    }
    List<Finding> all = new ArrayList<>();
    TagsConcern.look(subject).ifPresent(all::add);
    DetailsConcern.look(subject).ifPresent(all::add);
    ConfigurationConcern.look(subject).ifPresent(all::add);
    PublicationConcern.look(subject).ifPresent(all::add);
    all.addAll(subject.intent().upkeep(subject.live()));
    parents.ifPresent(all::add);
    return all;
  }

  private Optional<Finding> suspended(Observed<R, D> observed, Subject<D> subject) {
    return observed.resource().getSpec().suspended()
        ? Optional.of(
            Finding.rest(
                Concern.SUSPENSION,
                Verdict.suspended(
                    "Nothing is changed in Amazon Personalize while spec.suspend is true.",
                    isServing(subject))))
        : Optional.empty();
  }

  private static boolean isServing(Subject<?> subject) {
    Observed<?, ?> observed = subject.observed();
    return observed.before().arn() != null
        && AccountConcern.look(observed).isEmpty()
        && (subject.snapshot().synced()
            ? subject.revision().live().map(RemoteResource::isActive).orElse(false)
            : Conditions.isTrue(observed.before().conditions(), Conditions.READY));
  }

  private LifecycleStatus common(Subject<D> subject, Verdict verdict, List<Finding> findings) {
    Observed<?, D> observed = subject.observed();
    LifecycleStatus before = observed.before();
    boolean elsewhere = AccountConcern.look(observed).isPresent();
    Optional<RemoteResource<D>> ours =
        subject.revision().live().filter(l -> subject.isOurs() && !elsewhere);
    boolean settled = verdict.state() == State.SETTLED && ours.isPresent();
    RevisionRecord record = recorded(subject, ours, asWanted(ours, verdict, findings));
    return new LifecycleStatus(
        observed.generation(),
        record.arn(),
        record.created(),
        record.awsStatus(),
        record.awsLastUpdated(),
        record.ownership(),
        ours.filter(l -> !l.hasFailed() && !l.isBeingDeleted()).isPresent()
            ? Recreation.wanted(observed.resource())
            : before.recreated(),
        before.published(),
        record.tagKeys(),
        settled ? Long.valueOf(observed.generation()) : before.appliedGeneration(),
        Conditions.after(before.conditions(), verdict, observed.generation(), observed.now()));
  }

  /** Whether what Describe returns was found as wanted, whatever else is not. */
  private boolean asWanted(
      Optional<RemoteResource<D>> ours, Verdict verdict, List<Finding> findings) {
    return ours.isPresent()
        && verdict.state() != State.SUSPENDED
        && findings.stream()
            .filter(finding -> finding.concern() != Concern.TAGS)
            .filter(finding -> finding.concern() != Concern.PUBLICATION)
            .flatMap(finding -> finding.verdict().stream())
            .allMatch(found -> found.state() == State.SETTLED);
  }

  private RevisionRecord recorded(
      Subject<D> subject, Optional<RemoteResource<D>> ours, boolean asWanted) {
    RevisionRecord before = subject.recorded();
    if (ours.isEmpty()) {
      return subject.snapshot().synced()
          ? new RevisionRecord(
              before.arn(),
              before.created(),
              null,
              before.awsLastUpdated(),
              before.ownership(),
              before.tagKeys())
          : before;
    }
    RemoteResource<D> live = ours.get();
    return new RevisionRecord(
        live.arn(),
        live.createdInAws().orElse(null),
        live.status(),
        asWanted ? live.summary().lastUpdated() : before.awsLastUpdated(),
        subject.ownership().orElseThrow(),
        TagsConcern.keysSet(subject));
  }

  /** Whichever comes first, and never a time that has passed. */
  private static Optional<Instant> earliest(
      Observed<?, ?> observed, Optional<Instant> one, Optional<Instant> other) {
    return Stream.concat(one.stream(), other.stream())
        .filter(at -> at.isAfter(observed.now()))
        .min(Comparator.naturalOrder());
  }

  /** A resource that stalls, or that stalls for another reason, is news. */
  private static List<Notice> notices(Observed<?, ?> observed, Verdict verdict, List<Notice> told) {
    List<Notice> all = new ArrayList<>(told);
    var stalled = Conditions.find(observed.before().conditions(), Conditions.STALLED);
    boolean wasStalled = Conditions.isTrue(observed.before().conditions(), Conditions.STALLED);
    boolean sameStall =
        wasStalled && stalled.orElseThrow().reason().equals(verdict.reason().name());
    if (verdict.state() == State.STALLED && !sameStall) {
      // What the kind tells of the same says less than the verdict, which has what to do.
      all.removeIf(notice -> notice.reason().equals(verdict.reason().name()));
      all.add(Notice.warning(verdict.reason().name(), verdict.message()));
    }
    return List.copyOf(all);
  }
}
