package io.personalizeoperator.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** AWS may leave out every member of an update. */
class LatestUpdateTest {
  @ParameterizedTest(name = "sent {0}, changed {1}, resource changed {2}")
  @CsvSource({
    "2026-11-01T00:00:01Z, 2026-11-01T00:00:02Z, 2026-11-01T00:00:09Z, 2026-11-01T00:00:01Z, 2026-11-01T00:00:02Z",
    "2026-11-01T00:00:01Z,                     , 2026-11-01T00:00:09Z, 2026-11-01T00:00:01Z, 2026-11-01T00:00:09Z",
    "2026-11-01T00:00:01Z,                     , 2026-11-01T00:00:00Z, 2026-11-01T00:00:01Z, 2026-11-01T00:00:01Z",
    "                    , 2026-11-01T00:00:02Z, 2026-11-01T00:00:09Z, 2026-11-01T00:00:02Z, 2026-11-01T00:00:02Z",
    "                    ,                     , 2026-11-01T00:00:09Z, 2026-11-01T00:00:09Z, 2026-11-01T00:00:09Z"
  })
  void aTimeThatIsLeftOutFollowsFromTheOthers(
      Instant sent, Instant changed, Instant resource, Instant created, Instant lastUpdated) {
    Summary summary = new Summary("arn", "ACTIVE", Instant.EPOCH, resource, null);
    assertThat(LatestUpdate.described(summary, "ACTIVE", null, sent, changed))
        .isEqualTo(new LatestUpdate("ACTIVE", null, created, lastUpdated));
  }

  @Test
  void aStatusIsReadAsThatOfAResource() {
    Summary summary = new Summary("arn", "ACTIVE", Instant.EPOCH, Instant.EPOCH, null);
    assertThat(LatestUpdate.described(summary, null, null, null, null).status())
        .isEqualTo("ACTIVE");
    assertThat(LatestUpdate.described(summary, "CREATE IN PROGRESS", null, null, null).status())
        .isEqualTo("CREATE IN_PROGRESS");
  }
}
