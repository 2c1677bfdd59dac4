package io.personalizeoperator.simulator.service;

import io.personalizeoperator.simulator.world.WorldKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The limit of calls per real second in each world: a token bucket for one second of calls. */
final class RateLimit {
  private static final double NANOS_PER_SECOND = 1e9;
  private final InstantSource real;
  private final Map<WorldKey, Bucket> buckets = new ConcurrentHashMap<>();

  private record Bucket(double tokens, Instant at) {}

  RateLimit(InstantSource real) {
    this.real = real;
  }

  /** Takes a token for one call; false when none is left. A limit of null allows every call. */
  boolean take(WorldKey world, Integer limit) {
    if (limit == null) {
      return true;
    }
    boolean[] taken = {false};
    buckets.compute(
        world,
        (key, bucket) -> {
          Instant now = real.instant();
          double tokens = limit;
          if (bucket != null) {
            double refilled =
                Duration.between(bucket.at(), now).toNanos() / NANOS_PER_SECOND * limit;
            tokens = Math.min(limit, bucket.tokens() + Math.max(refilled, 0));
          }
          taken[0] = tokens >= 1;
          return new Bucket(taken[0] ? tokens - 1 : tokens, now);
        });
    return taken[0];
  }

  void clear() {
    buckets.clear();
  }
}
