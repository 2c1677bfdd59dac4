package io.personalizeoperator.account;

import io.personalizeoperator.aws.AwsFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the account view knows of a group of resources. A failed list is never an empty answer: then
 * the last good view counts, or {@code synced} is false.
 *
 * @param synced whether any list has succeeded
 * @param since when the first list succeeded; null while not synced
 * @param asOf when the newest list succeeded; null while not synced
 * @param failure why the newest list failed, if it did
 * @param live the resources, oldest first
 * @param confirmedAbsent whether the absence is proven: Describe returns NotFound, and the view is
 *     older than the time by which AWS's lists lag
 * @param <D> their details
 */
public record Snapshot<D>(
    boolean synced,
    @Nullable Instant since,
    @Nullable Instant asOf,
    Optional<AwsFailure> failure,
    List<RemoteResource<D>> live,
    boolean confirmedAbsent) {
  /** How long AWS's lists and Describes may lag behind a write. */
  public static final Duration LAG = Duration.ofMinutes(2);

  /** Nothing is known, and nothing is asked for yet. */
  public static <D> Snapshot<D> unread() {
    return new Snapshot<>(false, null, null, Optional.empty(), List.of(), false);
  }

  /** Whether lists have failed for so long that what is known may no longer be so. */
  public boolean isStale(Instant now) {
    return failure.isPresent() && isStale(asOf, now);
  }

  /** Whether the newest list that succeeded came so long ago; false if none has. */
  public static boolean isStale(@Nullable Instant asOf, Instant now) {
    return asOf != null && asOf.plus(LAG).isBefore(now);
  }

  /** The only resource of the group, or the newest. */
  public Optional<RemoteResource<D>> newest() {
    return live.isEmpty() ? Optional.empty() : Optional.of(live.getLast());
  }
}
