package io.personalizeoperator.decision;

import io.personalizeoperator.testing.Observation;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.personalize.model.UpdateCampaignRequest;

/** A read that nobody waits for. */
class BackgroundReadTest {
  private static final UpdateCampaignRequest UPDATE = UpdateCampaignRequest.builder().build();
  private final PlainKind kind = new PlainKind();

  @Test
  void aReadInTheBackgroundKeepsNoOtherActionWaiting() {
    kind.drift = new Drift.Repairable(UPDATE, "all");
    Recent recent = Recent.settled();

    Recent.decide(
            kind,
            recent
                .observation()
                .seeing(
                    Recent.remote()
                        .details("x")
                        .tagged(Recent.OURS, Observation.NOW.minus(Duration.ofHours(7)))))
        .action(Action.Update.class);
  }
}
