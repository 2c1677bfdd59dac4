package io.personalizeoperator.account;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When each resource is described next: what is in transition by the time that it has taken so far,
 * and what could not be described at growing intervals. Not thread-safe.
 */
final class Polls {
  private static final Duration SHORTEST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final int MOST_DOUBLINGS = 12;

  /**
   * The last Describe of a resource.
   *
   * @param failures how many in a row have failed
   * @param retryAt when to try again after a failure; null after a success
   */
  private record Poll(Instant at, int failures, @Nullable Instant retryAt) {}

  private final Map<String, Poll> last = new HashMap<>();

  /** What began just now may end soon; what has taken minutes takes some more. */
  static Duration interval(Duration age) {
    Duration quarter = age.dividedBy(4);
    return quarter.compareTo(SHORTEST) < 0
        ? SHORTEST
        : quarter.compareTo(LONGEST) > 0 ? LONGEST : quarter;
  }

  /** The wait after so many failures in a row: 2 s, 4 s, 8 s … */
  static Duration retryInterval(int failures, Duration longest) {
    Duration backoff = Duration.ofSeconds(1L << Math.min(failures, MOST_DOUBLINGS));
    return backoff.compareTo(longest) > 0 ? longest : backoff;
  }

  /** When a resource in transition is due. */
  Instant due(InTransition resource) {
    Poll poll = last.get(resource.arn());
    if (poll == null || (poll.retryAt == null && poll.at.isBefore(resource.changed()))) {
      return resource.changed().plus(interval(Duration.ZERO));
    }
    return poll.retryAt != null
        ? poll.retryAt
        : poll.at.plus(interval(Duration.between(resource.changed(), poll.at)));
  }

  /** Whether the last Describe has failed so recently that it is not retried yet. */
  boolean isHeldBack(String arn, Instant now) {
    Poll poll = last.get(arn);
    return poll != null && poll.retryAt != null && poll.retryAt.isAfter(now);
  }

  /** A Describe has been answered. */
  void described(String arn, Instant at) {
    last.put(arn, new Poll(at, 0, null));
  }

  /**
   * A Describe has failed.
   *
   * @param longest wait until the next one
   * @return how many in a row have
   */
  int failed(String arn, Instant at, Duration longest) {
    Poll before = last.get(arn);
    int failures = before == null ? 1 : before.failures + 1;
    last.put(arn, new Poll(at, failures, at.plus(retryInterval(failures, longest))));
    return failures;
  }

  /** The resources whose last Describe has failed, and when each is tried again. */
  Map<String, Instant> retries() {
    Map<String, Instant> retries = new HashMap<>();
    last.forEach(
        (arn, poll) -> {
          if (poll.retryAt != null) {
            retries.put(arn, poll.retryAt);
          }
        });
    return retries;
  }

  /** Forgets what is no longer in transition, unless its last Describe has failed. */
  void retain(Set<String> inTransition) {
    last.entrySet()
        .removeIf(poll -> poll.getValue().retryAt == null && !inTransition.contains(poll.getKey()));
  }
}
