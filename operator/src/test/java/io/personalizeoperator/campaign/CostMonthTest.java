package io.personalizeoperator.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.api.campaign.Campaign;
import io.personalizeoperator.testing.Manifests;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A thousand campaigns do not all write at midnight of the first. */
class CostMonthTest {
  private static final Instant MONTH = Instant.parse("2026-12-01T00:00:00Z");

  private static Campaign campaign(String name) {
    return Manifests.read(
        Campaign.class, "metadata: {name: %s, namespace: shop}\nspec: {}\n".formatted(name));
  }

  @Test
  void campaignsShowANewMonthOneAfterTheOther() {
    List<Instant> all =
        IntStream.range(0, 1000)
            .mapToObj(i -> CostMonth.next(campaign("movies-" + i), MONTH.minusSeconds(86_400)))
            .toList();
    assertThat(all)
        .allSatisfy(at -> assertThat(at).isBetween(MONTH, MONTH.plusSeconds(6 * 3600)))
        .doesNotHaveDuplicates();
  }

  @Test
  void eachHasItsTimeInEveryMonth() {
    Campaign campaign = campaign("movies");
    Instant december = CostMonth.next(campaign, MONTH.minusSeconds(1));
    assertThat(CostMonth.next(campaign, MONTH)).isEqualTo(december);
    assertThat(CostMonth.next(campaign, december)).isEqualTo(december.plusSeconds(31 * 86_400));
  }
}
