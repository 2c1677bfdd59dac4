package io.personalizeoperator.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.testing.Decided;
import io.personalizeoperator.testing.Observation;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the operator itself has made again is another resource than the one before it. */
class IdentityOfTheRemadeTest {
  @Test
  void theCreationTimeOfTheOneBeforeIsNotRecordedOfTheNewOne() {
    PlainKind kind = new PlainKind();
    kind.traits.add(Trait.UNTAGGABLE);
    Recent recent = Recent.settled();
    recent.awsCreated = Observation.NOW.minus(Duration.ofDays(30));

    Decided made =
        Recent.decide(
            kind,
            recent
                .observation()
                .seeing(
                    Recent.remote()
                        .notShownYet()
                        .madeFor("uid-of-recent")
                        .status("CREATE PENDING")));

    assertThat(made.status().arn()).isEqualTo(Recent.ARN);
    assertThat(made.status().awsCreated()).isNull();
  }
}
