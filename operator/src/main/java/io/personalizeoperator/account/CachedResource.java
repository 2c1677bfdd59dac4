package io.personalizeoperator.account;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * One resource in the view, with what this process has written to it. Answers of AWS that are older
 * than the last write are told by showing the same status and time as before it.
 */
final class CachedResource<D> {
  private Summary summary;
  private D details;
  private String madeBy;
  private Map<String, String> tags;
  private Instant tagsRead;

  /** When this process last wrote it; null once an answer shows the write. */
  private Instant written;

  /** What AWS showed before the write; null when it showed nothing (a creation). */
  private Summary before;

  /** When the status or the details last changed, as far as this process saw. */
  private Instant changed;

  private CachedResource(Summary summary, Instant now) {
    this.summary = summary;
    this.changed = now;
  }

  static <D> CachedResource<D> seen(Summary summary, Instant now) {
    return new CachedResource<>(summary, now);
  }

  static <D> CachedResource<D> created(
      Summary summary, D details, String madeBy, Map<String, String> tags, Instant now) {
    CachedResource<D> entry = new CachedResource<>(summary, now);
    entry.details = details;
    entry.madeBy = madeBy;
    entry.written = now;
    entry.tags(tags, now);
    return entry;
  }

  RemoteResource<D> live() {
    return new RemoteResource<>(summary, details, madeBy, tags, tagsRead);
  }

  Summary summary() {
    return summary;
  }

  D details() {
    return details;
  }

  Instant changed() {
    return changed;
  }

  void tags(Map<String, String> known, Instant now) {
    tags = Map.copyOf(known);
    tagsRead = now;
  }

  /** Takes over what was just sent. */
  void wrote(String status, D sent, Instant now) {
    before = summary;
    summary =
        new Summary(
            summary.arn(),
            status,
            summary.created(),
            summary.lastUpdated(),
            summary.failureReason());
    details = sent;
    written = now;
    changed = now;
  }

  /** Whether a write is so fresh that AWS may not show it yet. */
  boolean mayLag(Instant now) {
    return written != null && written.plus(Snapshot.LAG).isAfter(now);
  }

  /** Whether it was written or made, by whomever, so lately that AWS may deny it again. */
  boolean mayNotShowYet(Instant now) {
    return mayLag(now) || summary.created().plus(Snapshot.LAG).isAfter(now);
  }

  /**
   * Takes over an answer, unless it is older than the last write.
   *
   * @return whether anything changed
   */
  boolean take(Summary answer, D described, Instant now) {
    if (isOlderThanTheWrite(answer, now)) {
      return false;
    }
    boolean same = answer.equals(summary);
    boolean sameDetails = described == null || Objects.equals(described, details);
    if (described != null) {
      details = described;
    } else if (!same && !isOwnCreationGoingOn(answer)) {
      details = null;
    }
    summary = answer;
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

  private boolean isOlderThanTheWrite(Summary answer, Instant now) {
    return before != null
        && mayLag(now)
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
