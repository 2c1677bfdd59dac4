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
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The life cycle that all kinds share: every concern looks for itself, and of their findings comes
 * one decision. A pure function of what was observed.
 *
 * @param <R> the custom resource
 * @param <D> the details that AWS gives of it
 */
public final class LifecycleDecider<R extends PersonalizeResource<?, ?>, D> {
  /** What is looked after beside the resource itself. */
  private static final Set<Concern> BESIDES = EnumSet.of(Concern.TAGS, Concern.PUBLICATION);

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
    Optional<Instant> settled = Settling.until(kind.traits(), observed, choice.action());
    if (settled.isPresent()) {
      return new Decision(
          Optional.empty(),
          Optional.empty(),
          Instant.MAX,
          earliest(observed, choice.wakeAt(), settled),
          List.of());
    }
    LifecycleStatus common = common(subjects.getFirst(), verdict, findings);
    CommonStatus status = intent.status(report(subjects, common, verdict, findings));
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
    List<Subject<D>> subjects = subjects(observed, intent);
    LifecycleStatus common = common(subjects.getFirst(), verdict, List.of());
    return new Decision(
        Optional.of(intent.status(report(subjects, common, verdict, List.of()))),
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
    if (nothingMayBeDone.isPresent()) {
      return List.of(nothingMayBeDone.get());
    }
    return Stream.of(
            subjects.stream()
                .flatMap(subject -> findings(subject, subjects.getFirst()).map(subject::guarded)),
            succession(subjects.getFirst()).stream(),
            PublicationConcern.takeBack(observed, isServing(subjects.getFirst())).stream())
        .flatMap(all -> all)
        .sorted(Comparator.comparing(Finding::concern))
        .toList();
  }

  private static <D> List<Finding> succession(Subject<D> first) {
    return first.snapshot().synced() ? first.intent().succession() : List.of();
  }

  /** The findings on one revision, unreported where the conditions do not describe it. */
  private Stream<Finding> findings(Subject<D> subject, Subject<D> first) {
    if (subject.revision().role() == Role.RETIRING) {
      return RetirementConcern.look(subject).map(Finding::unreported).stream();
    }
    List<Finding> all =
        ReadingConcern.look(subject)
            .map(List::of)
            .orElseGet(
                () -> subject.revision().live().isPresent() ? present(subject) : absent(subject));
    if (subject.revision().role().isReported()) {
      return all.stream();
    }
    return subject.intent().isForManifest(subject.revision())
        ? all.stream().map(finding -> ofReplacement(finding, isServing(first)))
        : all.stream().map(Finding::unreported);
  }

  /** The manifest is not in force until the next revision serves; the old one serves meanwhile. */
  private static Finding ofReplacement(Finding finding, boolean serving) {
    return finding
        .verdict()
        .map(
            v ->
                finding.with(
                    new Verdict(
                        v.state(),
                        v.reason() == Reason.Creating ? Reason.Updating : v.reason(),
                        v.message(),
                        serving)))
        .orElse(finding);
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
            .or(() -> ParentsConcern.changing(subject.observed()))
            .or(() -> subject.intent().beforeCreate(subject.revision()))
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
    if (subject.revision().role() == Role.SERVING) {
      PublicationConcern.look(subject).ifPresent(all::add);
    }
    List<Finding> upkeep = subject.intent().upkeep(subject.revision());
    all.addAll(upkeep.isEmpty() ? List.of(Finding.active(subject.traits())) : upkeep);
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

  private Report report(
      List<Subject<D>> subjects, LifecycleStatus common, Verdict verdict, List<Finding> findings) {
    boolean isAsWanted = isAsWanted(findings);
    Observed<?, D> observed = subjects.getFirst().observed();
    List<Finding> ofNext =
        observed.resource().isMarkedForDeletion()
            ? List.of()
            : subjects.stream()
                .filter(subject -> subject.revision().role() == Role.NEXT)
                .flatMap(subject -> findings(subject, subjects.getFirst()))
                .toList();
    return new Report(
        common,
        verdict,
        subjects.stream().map(subject -> subject.recordedNow(isAsWanted)).toList(),
        Choice.weigh(findings, observed),
        Choice.weigh(ofNext, observed));
  }

  private LifecycleStatus common(Subject<D> subject, Verdict verdict, List<Finding> findings) {
    Observed<?, D> observed = subject.observed();
    LifecycleStatus before = observed.before();
    boolean isAsWanted = subject.isOursHere() && isAsWanted(findings);
    boolean isSettled = subject.isOursHere() && verdict.state() == State.SETTLED;
    RevisionRecord record = subject.recordedNow(isAsWanted);
    boolean isWell =
        subject.isOursHere() && !subject.live().hasFailed() && !subject.live().isBeingDeleted();
    return new LifecycleStatus(
        observed.generation(),
        record.arn(),
        record.created(),
        record.awsStatus(),
        record.awsLastUpdated(),
        record.ownership(),
        isWell ? Recreation.wanted(observed.resource()) : before.recreated(),
        PublicationConcern.recorded(subject),
        record.tagKeys(),
        isSettled ? Long.valueOf(observed.generation()) : before.appliedGeneration(),
        Conditions.after(before.conditions(), verdict, observed.generation(), observed.now()));
  }

  /** Whether AWS was found to match the manifest, whatever is to be said of tags and ConfigMaps. */
  private static boolean isAsWanted(List<Finding> findings) {
    return !findings.isEmpty()
        && findings.stream()
            .filter(finding -> !BESIDES.contains(finding.concern()) && finding.isReported())
            .flatMap(finding -> finding.verdict().stream())
            .allMatch(found -> found.state() == State.SETTLED);
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
      // The kind's own Event says less than the verdict, which says what to do.
      all.removeIf(notice -> notice.reason().equals(verdict.reason().name()));
      all.add(Notice.warning(verdict.reason().name(), verdict.message()));
    }
    return List.copyOf(all);
  }
}
