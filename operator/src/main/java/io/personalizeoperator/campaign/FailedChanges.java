package io.personalizeoperator.campaign;

import io.personalizeoperator.account.LatestUpdate;
import io.personalizeoperator.api.campaign.CampaignPart;
import io.personalizeoperator.api.campaign.CampaignStatus;
import io.personalizeoperator.api.campaign.FailedChange;
import io.personalizeoperator.status.Sentences;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a campaign whose last update AWS took and could not carry out. Each is tried again
 * separately and on its own clock: a version that cannot be deployed holds back no capacity.
 *
 * @param byPart the last failure of each part
 * @param isNews whether the latest update's failure is not in the status yet
 */
record FailedChanges(Map<CampaignPart, FailedChange> byPart, boolean isNews) {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

  /** An update takes minutes, in which no capacity can be sent: what hurries less comes rarely. */
  private static final Duration LONGEST_PAUSE_WITHOUT_HURRY = Duration.ofHours(6);

  private static final Duration TIME_TO_REPORT = Duration.ofSeconds(1);
  private static final int MOST_DOUBLINGS = 12;

  /** As reported, with what has come out of the latest update since. */
  static FailedChanges after(@Nullable CampaignStatus before, Optional<CampaignDetails> details) {
    Map<CampaignPart, FailedChange> all = new EnumMap<>(CampaignPart.class);
    if (before != null && before.failedChanges() != null) {
      before.failedChanges().forEach(change -> all.put(change.part(), change));
    }
    boolean isNews =
        details
            .map(CampaignDetails::update)
            .filter(LatestUpdate::hasFailed)
            .filter(update -> !UpdateHistory.isReported(before, update))
            .isPresent();
    details.filter(known -> known.serving() != null).ifPresent(known -> take(all, known, isNews));
    return new FailedChanges(all, isNews);
  }

  private static void take(
      Map<CampaignPart, FailedChange> all, CampaignDetails details, boolean failed) {
    CampaignSettings serving = Objects.requireNonNull(details.serving());
    if (failed) {
      CampaignSettings requested = Objects.requireNonNull(details.requested());
      LatestUpdate update = Objects.requireNonNull(details.update());
      for (CampaignPart part : requested.partsDifferingFrom(serving)) {
        all.compute(part, (p, old) -> failed(part, requested, update, old));
      }
    }
    all.values().removeIf(change -> change.to().equals(serving.valueOf(change.part())));
  }

  private static FailedChange failed(
      CampaignPart part,
      CampaignSettings requested,
      LatestUpdate update,
      @Nullable FailedChange before) {
    String to = Objects.requireNonNull(requested.valueOf(part));
    return new FailedChange(
        part,
        to,
        Sentences.ofAws(update.failureReason()),
        before != null && before.to().equals(to) ? before.failures() + 1 : 1,
        Objects.requireNonNull(update.lastUpdated()));
  }

  /** The failure of a part as it is wanted now, if it has failed. */
  Optional<FailedChange> of(CampaignPart part, CampaignSettings wanted) {
    return Optional.ofNullable(byPart.get(part))
        .filter(change -> Objects.equals(change.to(), wanted.valueOf(part)));
  }

  /**
   * When a part is retried. A failure that was noticed after the pause is still reported first:
   * else nobody would see it.
   */
  Instant retryAt(FailedChange change, Instant now) {
    boolean hurries = change.part() == CampaignPart.MinProvisionedTPS;
    Duration first = hurries ? FIRST_PAUSE : LONGEST_PAUSE;
    Duration longest = hurries ? LONGEST_PAUSE : LONGEST_PAUSE_WITHOUT_HURRY;
    Duration doubled =
        first.multipliedBy(1L << Math.clamp(change.failures() - 1L, 0, MOST_DOUBLINGS));
    Instant after = change.failedAt().plus(doubled.compareTo(longest) > 0 ? longest : doubled);
    Instant toReport = reported(now);
    return isNews && after.isBefore(toReport) ? toReport : after;
  }

  /** When what is news now will be in the status. */
  Instant reported(Instant now) {
    return now.plus(TIME_TO_REPORT);
  }

  /** Whether any of these parts has failed as it is wanted now. */
  boolean anyOf(Set<CampaignPart> parts, CampaignSettings wanted) {
    return parts.stream().anyMatch(part -> of(part, wanted).isPresent());
  }

  /**
   * For the status: what is still of interest, or nothing. A version waits for the end of a window
   * and is wanted again after it; a window's capacity is not, once another is in force.
   *
   * @param wanted all settings that are wanted now
   * @param promoted the version to follow, which may wait for the end of a window
   * @param serving those in force, if known
   */
  @Nullable List<FailedChange> reported(
      CampaignSettings wanted, Optional<String> promoted, Optional<CampaignSettings> serving) {
    boolean capacityIsThere = serving.filter(s -> s.tps() == wanted.tps()).isPresent();
    List<FailedChange> all =
        byPart.values().stream()
            .filter(change -> change.part() != CampaignPart.MinProvisionedTPS || !capacityIsThere)
            .filter(
                change ->
                    change.part() != CampaignPart.Version
                        || change.to().equals(wanted.valueOf(CampaignPart.Version))
                        || promoted.filter(change.to()::equals).isPresent())
            .filter(
                change ->
                    change.part() != CampaignPart.Config
                        || change.to().equals(wanted.valueOf(CampaignPart.Config)))
            .toList();
    return all.isEmpty() ? null : all;
  }
}
