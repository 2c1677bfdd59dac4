package io.personalizeoperator.decision;

import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.ratelimit.Priority;
import io.personalizeoperator.status.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The owner's tags and the user's on a revision of ours. */
final class TagsConcern {
  /** Safety rule 6: how often tags are compared. */
  private static final Duration TAGS_EVERY = Duration.ofHours(6);

  /** Hash codes of names that differ in a digit lie side by side; times this they do not. */
  private static final long SCATTER = 0x9E3779B97F4A7C15L;

  private TagsConcern() {}

  static Optional<Finding> look(Subject<?> subject) {
    if (!subject.traits().isTaggable()) {
      return Optional.empty();
    }
    RemoteResource<?> live = subject.live();
    Observed<?, ?> observed = subject.observed();
    boolean due =
        !observed.now().isBefore(nextCheck(subject))
            || (live.tags() == null && !observed.isApplied());
    if (due) {
      Priority priority = observed.isApplied() ? Priority.BACKGROUND : Priority.FOREGROUND;
      return Optional.of(act(subject, new Action.ReadTags(live.arn(), priority)));
    }
    return (live.tags() == null ? Optional.<Finding>empty() : drift(subject))
        .map(finding -> finding.wakingBy(nextCheck(subject)))
        .or(() -> Optional.of(Finding.later(Concern.TAGS, nextCheck(subject))));
  }

  private static Finding act(Subject<?> subject, Action action) {
    return Finding.act(Concern.TAGS, DetailsConcern.comparing(subject), action);
  }

  private static Optional<Finding> drift(Subject<?> subject) {
    RemoteResource<?> live = subject.live();
    Map<String, String> tags = Objects.requireNonNull(live.tags());
    Map<String, String> missing = missing(subject);
    if (!missing.isEmpty()) {
      return Optional.of(
          act(
              subject,
              new Action.Tag(live.arn(), tags, missing, notice(subject, missing.keySet()))));
    }
    Set<String> surplus = surplus(subject);
    return surplus.isEmpty()
        ? Optional.empty()
        : Optional.of(
            act(subject, new Action.Untag(live.arn(), tags, surplus, notice(subject, surplus))));
  }

  private static Notice notice(Subject<?> subject, Set<String> keys) {
    String what = "Corrected tags in AWS: " + String.join(", ", keys) + ".";
    return subject.observed().isApplied()
        ? Notice.warning("DriftCorrected", what)
        : Notice.normal("Updated", what);
  }

  /**
   * The keys of the user's that are known to be set; what is not known to be is still to be looked
   * at.
   */
  static @Nullable List<String> keysSet(Subject<?> subject) {
    boolean differ = !(missing(subject).isEmpty() && surplus(subject).isEmpty());
    if (subject.live().tags() == null || differ) {
      return subject.recorded().tagKeys();
    }
    Map<String, String> tags = subject.spec().tags();
    return tags == null || tags.isEmpty() ? null : tags.keySet().stream().sorted().toList();
  }

  private static Map<String, String> missing(Subject<?> subject) {
    Map<String, String> live = subject.live().tags();
    if (live == null) {
      return Map.of();
    }
    Map<String, String> missing =
        new TreeMap<>(subject.observed().owner().with(subject.spec().tags()));
    missing.entrySet().removeIf(t -> t.getValue().equals(live.get(t.getKey())));
    return missing;
  }

  /** Tags that the manifest has had and no longer has; those that others set stay. */
  private static Set<String> surplus(Subject<?> subject) {
    Map<String, String> live = subject.live().tags();
    List<String> before = subject.recorded().tagKeys();
    Set<String> surplus = new TreeSet<>(before == null || live == null ? List.of() : before);
    if (live != null && !surplus.isEmpty()) {
      surplus.retainAll(live.keySet());
      Map<String, String> wanted = subject.spec().tags();
      surplus.removeAll(wanted == null ? Set.of() : wanted.keySet());
    }
    return surplus;
  }

  /**
   * Six hours after the last look; after a start spread over six hours, so that none is a burst.
   */
  private static Instant nextCheck(Subject<?> subject) {
    RemoteResource<?> live = subject.live();
    if (live.tagsRead() != null) {
      return live.tagsRead().plus(TAGS_EVERY);
    }
    long scattered = (live.arn().hashCode() * SCATTER) >>> 33;
    long spread = scattered % TAGS_EVERY.toSeconds();
    return Objects.requireNonNull(subject.snapshot().since()).plusSeconds(spread);
  }
}
