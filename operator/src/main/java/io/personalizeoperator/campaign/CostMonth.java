package io.personalizeoperator.campaign;

import io.personalizeoperator.api.campaign.Campaign;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * When a campaign that nothing else wakes shows the costs of a new month: within the month's first
 * six hours (UTC), each campaign at its own time. All at midnight would be a burst of writes at an
 * hour at which spikes often begin.
 */
final class CostMonth {
  private static final Duration SCATTERED_OVER = Duration.ofHours(6);

  private CostMonth() {}

  /** The first such time after an instant. */
  static Instant next(Campaign campaign, Instant now) {
    YearMonth month = YearMonth.from(now.atZone(ZoneOffset.UTC));
    Instant thisMonth = start(month).plus(share(campaign));
    return thisMonth.isAfter(now) ? thisMonth : start(month.plusMonths(1)).plus(share(campaign));
  }

  private static Instant start(YearMonth month) {
    return month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  /** The same for the same name, so that a restart changes nothing. */
  private static Duration share(Campaign campaign) {
    String name = campaign.getMetadata().getNamespace() + "/" + campaign.getMetadata().getName();
    return Duration.ofSeconds(Math.floorMod(name.hashCode(), SCATTERED_OVER.toSeconds()));
  }
}
