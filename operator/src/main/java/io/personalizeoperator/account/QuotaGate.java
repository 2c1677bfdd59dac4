package io.personalizeoperator.account;

import io.personalizeoperator.aws.AwsFailure;
import io.personalizeoperator.clock.Wakeable;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Those that wait for one quota that is used up. One of them at a time probes it: the one that is
 * needed first, of equals the one that came first. Whoever is refused keeps its place. Not
 * thread-safe: {@link QuotaGates} locks.
 *
 * <p>A probe goes when something has ended that counted ({@link #ended}), else at growing
 * intervals, since the quota may be raised, or what others made may have ended unseen. When a probe
 * works that nothing had made room for, the next goes at once.
 */
final class QuotaGate {
  /** AWS uses LimitExceededException for too many requests as well: that is over soon. */
  private static final Duration SOON = Duration.ofSeconds(2);

  private static final Duration SHORTEST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  /** After a probe without an answer. */
  private static final Duration PAUSE = Duration.ofSeconds(5);

  /** A probe that takes longer to come keeps the next one from going no more. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /**
   * Longer than most of what counts lasts, so that those that wait for it do not all try at once.
   */
  private static final Duration KEPT = Duration.ofDays(1);

  private static final int MOST_DOUBLINGS = 10;

  private record Place(Instant neededBy, long arrival, Wakeable pass) {
    private static final Comparator<Place> IN_ORDER =
        Comparator.comparing(Place::neededBy).thenComparingLong(Place::arrival);
  }

  /** A place whose turn it is, since when. */
  private record Probe(Place place, Instant since) {}

  private final Map<Wakeable, Place> places = new HashMap<>();
  private final TreeSet<Place> queue = new TreeSet<>(Place.IN_ORDER);
  private final Map<Wakeable, Probe> probes = new HashMap<>();
  private AwsFailure failure;
  private long arrivals;

  /** How many have ended since the last refusal, less those that took their place. */
  private int room;

  /** Whether a probe found room that nothing had made: there may be more. */
  private boolean spare;

  /** How many probes in a row were refused though time had passed. */
  private int refusals;

  private Instant refusedAt;
  private Instant nextProbe;
  private Instant pausedUntil = Instant.MIN;

  /** Closes with the first refusal. */
  QuotaGate(Wakeable pass, Instant neededBy, AwsFailure failure, Instant now) {
    this.failure = failure;
    this.refusedAt = now;
    this.nextProbe = now.plus(SOON);
    put(pass, neededBy);
  }

  /** AWS's words of the last refusal. */
  AwsFailure failure() {
    return failure;
  }

  /**
   * Whether nobody waits any more: then the next one just tries. The gate stays for a while all the
   * same, so that many that come then do not all try at once.
   */
  boolean isEmpty() {
    return queue.isEmpty() && probes.isEmpty();
  }

  /** When the gate is of no use any more, if nobody comes before. */
  Instant uselessAt() {
    return refusedAt.plus(KEPT);
  }

  boolean isProbe(Wakeable pass) {
    return probes.containsKey(pass);
  }

  int waiting() {
    return queue.size() + probes.size();
  }

  /** Waits, in place of an earlier wait: what is asked last counts, and the place is kept. */
  void put(Wakeable pass, Instant neededBy) {
    Place before = takeOut(pass);
    Place place = new Place(neededBy, before == null ? arrivals++ : before.arrival, pass);
    places.put(pass, place);
    queue.add(place);
  }

  /** Has no call to make any more. */
  void leave(Wakeable pass) {
    remove(pass);
  }

  private void remove(Wakeable pass) {
    takeOut(pass);
    if (isEmpty()) {
      spare = true;
      refusals = 0;
    }
  }

  private @Nullable Place takeOut(Wakeable pass) {
    probes.remove(pass);
    Place place = places.remove(pass);
    if (place != null) {
      queue.remove(place);
    }
    return place;
  }

  /** What counted has ended: there is room for one more. */
  void ended() {
    room++;
  }

  /** The call worked. */
  void worked(Wakeable pass, Instant now) {
    boolean probe = isProbe(pass);
    remove(pass);
    if (probe && room > 0) {
      room--;
      // While some end, there is no need to probe otherwise.
      nextProbe = max(nextProbe, now.plus(interval(refusals)));
    } else if (probe) {
      spare = true;
    }
  }

  /** The call was refused for the quota. */
  void refused(Wakeable pass, Instant neededBy, AwsFailure why, Instant now) {
    boolean probe = isProbe(pass);
    put(pass, neededBy);
    failure = why;
    refusedAt = now;
    if (probe) {
      // AWS may count what has ended for a moment longer; or a probe was quicker to take its place.
      boolean ended = room > 0;
      refusals += ended ? 0 : 1;
      room = 0;
      spare = false;
      nextProbe = now.plus(ended ? SHORTEST : interval(refusals));
    }
  }

  static Duration interval(int refusals) {
    Duration doubled = SHORTEST.multipliedBy(1L << Math.clamp(refusals - 1L, 0, MOST_DOUBLINGS));
    return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
  }

  /** No answer came: it may have worked. Its place is kept until it knows. */
  void unanswered(Wakeable pass, Instant neededBy, Instant now) {
    if (isProbe(pass)) {
      put(pass, neededBy);
      pausedUntil = now.plus(PAUSE);
    }
  }

  /** Whose turn it is now, if anybody's. */
  Optional<Wakeable> next(Instant now) {
    Optional<Instant> turn = nextTurn();
    if (turn.isEmpty() || turn.get().isAfter(now)) {
      return Optional.empty();
    }
    Place first = queue.removeFirst();
    probes.put(first.pass, new Probe(first, now));
    return Optional.of(first.pass);
  }

  /** When it is somebody's turn, if nothing ends before; empty if nobody's. */
  Optional<Instant> nextTurn() {
    if (queue.isEmpty()) {
      return Optional.empty();
    }
    Instant turn = room > 0 || spare ? Instant.MIN : nextProbe;
    Instant late =
        probes.values().stream()
            .map(probe -> probe.since.plus(PATIENCE))
            .max(Comparator.naturalOrder())
            .orElse(Instant.MIN);
    return Optional.of(max(max(turn, late), pausedUntil));
  }

  private static Instant max(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
