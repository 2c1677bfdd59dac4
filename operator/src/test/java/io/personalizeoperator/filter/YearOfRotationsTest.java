package io.personalizeoperator.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.api.filter.CurrentFilter;
import io.personalizeoperator.api.filter.Filter;
import io.personalizeoperator.api.filter.FilterStatus;
import io.personalizeoperator.api.filter.NextFilter;
import io.personalizeoperator.decision.Action.AssignRole;
import io.personalizeoperator.decision.Outcome;
import io.personalizeoperator.decision.RevisionPlan;
import io.personalizeoperator.decision.RevisionRecord;
import io.personalizeoperator.decision.Role;
import io.personalizeoperator.testing.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * A thousand filters that rotate every day for a year: what each is to say at each tick, and the
 * steps of its states. AWS and the rest of the life cycle are left out; RotationPropertiesTest has
 * them.
 */
class YearOfRotationsTest {
  private static final int FILTERS = 1_000;
  private static final int DAYS = 365;
  private static final Instant FIRST = Instant.parse("2026-11-25T00:05:00Z");

  private final FilterTexts texts = new FilterTexts();

  @Test
  void everyFilterSaysTheDateOfEveryDay() {
    List<Filter> filters = new ArrayList<>();
    for (int i = 0; i < FILTERS; i++) {
      filters.add(
          RotationStory.filter(
              "recent-" + i,
              """
              expression: "%s"
                rotation: {cron: "5 0 * * *"}
              """
                  .formatted(RotationStory.BY_DATE)));
    }
    for (int day = 0; day < DAYS; day++) {
      Instant tick = FIRST.plus(Duration.ofDays(day));
      filters.forEach(filter -> rotate(filter, tick));
    }

    Instant last = FIRST.plus(Duration.ofDays(DAYS - 1));
    assertThat(filters)
        .allSatisfy(
            filter -> {
              assertThat(filter.getStatus().current().tick()).isEqualTo(last);
              assertThat(filter.getStatus().current().expression())
                  .endsWith("> " + (last.getEpochSecond() - 30 * 86_400));
            });
  }

  private void rotate(Filter filter, Instant tick) {
    FilterState state = FilterState.of(filter, List.of());
    Optional<String> says = state.serving().map(Serving::expression);
    WantedFilter wanted = WantedFilter.at(tick.plusSeconds(1), filter, state, says, texts);
    FilterText text = wanted.text().orElseThrow();
    assertThat(says).isNotEqualTo(Optional.of(text.expression()));
    RevisionPlan plan = FilterRevisions.plan(text.name(), Role.NEXT, RevisionRecord.NONE);
    NextFilter next =
        new NextFilter(text.name(), text.expression(), text.tick(), null, null, null, null, null);
    String arn = Observation.arn("filter/" + text.name());
    CurrentFilter current =
        new CurrentFilter(text.name(), arn, text.expression(), tick, text.tick());
    FilterState after =
        FilterState.of(
            filter,
            List.of(
                new Outcome.Done(new AssignRole(plan, Role.NEXT, next)),
                new Outcome.Done(new AssignRole(plan, Role.SERVING, current))));
    assertThat(after.next()).isEmpty();
    filter.setStatus(new FilterStatus(filter.lifecycle(), current, null, null, null, tick, null));
  }
}
