package io.personalizeoperator.account;

import io.personalizeoperator.account.RemoteKind.Described;
import io.personalizeoperator.aws.AwsFailure;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One resource in the view, with what this process has written to it. An answer of AWS that is
 * older than what is known is recognized by the question's number, and, because AWS's own answers
 * lag, by showing the same status and time as before the last write. An answer with another
 * creation time is about another resource of the same ARN.
 */
final class CachedResource<D> {
  private Summary summary;

  /** Whether AWS has shown it; until then the times are this process's own. */
  private boolean shown;

  private @Nullable D details;
  private @Nullable String madeBy;
  private @Nullable Map<String, String> tags;
  private @Nullable Instant tagsRead;

  /** Why the last Describe of it failed; null when it did not. */
  private @Nullable AwsFailure describeFailure;

  /** When this process last wrote it; null once an answer shows the write. */
  private @Nullable Instant written;

  /** What AWS showed before the write; null when it showed nothing (a creation). */
  private @Nullable Summary before;

  /** AWS's creation time of the resource that had this ARN before; null if none is known. */
  private @Nullable Instant predecessor;

  /** When this process first saw or made it. */
  private Instant appeared;

  /** When the status or the details last changed, as far as this process saw. */
  private Instant changed;

  /** Number of the write or of the answered question that this shows. */
  private long asOf;

  private CachedResource(Summary summary, boolean shown, long asOf, Instant now) {
    this.summary = summary;
    this.shown = shown;
    this.asOf = asOf;
    this.appeared = now;
    this.changed = now;
  }

  /** A resource that AWS shows in the answer to a question of that number. */
  static <D> CachedResource<D> seen(Summary summary, long asked, Instant now) {
    return new CachedResource<>(summary, true, asked, now);
  }

  /**
   * A resource that this process has just created.
   *
   * @param summary with this process's own time, as AWS has not shown its own yet
   * @param predecessor AWS's creation time of the resource that had this ARN before; null if none
   *     is known
   */
  static <D> CachedResource<D> created(
      Summary summary,
      @Nullable D details,
      String madeBy,
      @Nullable Instant predecessor,
      long number,
      Instant now) {
    CachedResource<D> entry = new CachedResource<>(summary, false, number, now);
    entry.details = details;
    entry.madeBy = madeBy;
    entry.predecessor = predecessor;
    entry.written = now;
    return entry;
  }

  RemoteResource<D> live() {
    return new RemoteResource<>(summary, details, madeBy, tags, tagsRead, shown, describeFailure);
  }

  Summary summary() {
    return summary;
  }

  @Nullable D details() {
    return details;
  }

  Instant changed() {
    return changed;
  }

  /** The creation time that AWS last showed for this ARN; null if none. */
  @Nullable Instant lastShownCreation() {
    return shown ? summary.created() : predecessor;
  }

  void tags(Map<String, String> known, Instant now) {
    tags = Map.copyOf(known);
    tagsRead = now;
  }

  /**
   * Takes over that a Describe of it failed.
   *
   * @return whether that is news
   */
  boolean describeFailed(AwsFailure why) {
    boolean news = !why.equals(describeFailure);
    describeFailure = why;
    return news;
  }

  /** Whether AWS made it so lately that it may be what this process has just asked for. */
  boolean isJustMade(Instant now) {
    return shown && summary.created().plus(Snapshot.LAG).isAfter(now);
  }

  /** Takes over that this process has created it, which an answer has shown before. */
  void claim(@Nullable D sent, String uid, long number, Instant now) {
    details = details == null ? sent : details;
    madeBy = uid;
    written = now;
    before = null;
    changed = now;
    asOf = number;
  }

  /** Takes over what was just sent. */
  void wrote(String status, @Nullable D sent, long number, Instant now) {
    before = summary;
    summary =
        new Summary(
            summary.arn(),
            status,
            summary.created(),
            summary.lastUpdated(),
            summary.failureReason(),
            summary.parent());
    details = sent;
    written = now;
    changed = now;
    asOf = number;
  }

  /** Whether a write is so fresh that AWS may not show it yet. */
  boolean mayLag(Instant now) {
    return written != null && written.plus(Snapshot.LAG).isAfter(now);
  }

  /** Whether it was written or made, by whomever, so recently that AWS may not show it. */
  boolean mayNotShowYet(Instant now) {
    return mayLag(now) || summary.created().plus(Snapshot.LAG).isAfter(now);
  }

  /** Whether the answer to a question of that number is older than what is known. */
  boolean isNewerThan(long asked) {
    return asked < asOf;
  }

  /**
   * Takes over an answer, unless it is older than what is known.
   *
   * @param asked number of the question
   * @return whether anything changed
   */
  boolean take(Described<D> answer, long asked, Instant now) {
    Summary next = answer.summary();
    if (isNewerThan(asked) || isAboutPredecessor(next, now) || isOlderThanTheWrite(next, now)) {
      return false;
    }
    asOf = asked;
    if (isAnother(next)) {
      become(answer, now);
      return true;
    }
    return update(next, answer.details(), now);
  }

  private boolean update(Summary answer, @Nullable D described, Instant now) {
    boolean same = answer.equals(summary) && shown;
    boolean sameDetails = described == null || Objects.equals(described, details);
    if (described != null) {
      describeFailure = null;
      details = described;
    } else if (!same && !isOwnCreationGoingOn(answer)) {
      details = null;
    }
    summary = answer;
    shown = true;
    if (written != null
        && !(madeBy != null && before == null && Transition.isUnderWay(answer.status()))) {
      written = null;
      before = null;
    }
    if (!same || !sameDetails) {
      changed = now;
      return true;
    }
    return false;
  }

  /** Somebody has deleted the resource and created another one: forgets the old one. */
  private void become(Described<D> another, Instant now) {
    predecessor = lastShownCreation();
    summary = another.summary();
    shown = true;
    details = another.details();
    madeBy = null;
    describeFailure = null;
    tags = null;
    tagsRead = null;
    written = null;
    before = null;
    appeared = now;
    changed = now;
  }

  private boolean isAnother(Summary answer) {
    return shown ? !summary.isSameCreation(answer.created()) : isOfPredecessor(answer);
  }

  /** Whether an answer that lags still shows the resource that had this ARN before. */
  private boolean isAboutPredecessor(Summary answer, Instant now) {
    if (!appeared.plus(Snapshot.LAG).isAfter(now)) {
      return false;
    }
    return shown
        ? answer.created().isBefore(summary.created()) && !summary.isSameCreation(answer.created())
        : isOfPredecessor(answer);
  }

  private boolean isOfPredecessor(Summary answer) {
    return predecessor != null
        && (answer.created().isBefore(predecessor) || answer.isSameCreation(predecessor));
  }

  private boolean isOlderThanTheWrite(Summary answer, Instant now) {
    return before != null
        && mayLag(now)
        && answer.isSameCreation(before.created())
        && answer.status().equals(before.status())
        && answer.lastUpdated().equals(before.lastUpdated());
  }

  /** While AWS carries out a creation of ours nobody else can change it: what was sent holds. */
  private boolean isOwnCreationGoingOn(Summary answer) {
    return madeBy != null
        && before == null
        && written != null
        && !answer.status().startsWith("DELETE");
  }
}
