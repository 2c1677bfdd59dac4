package io.personalizeoperator.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.api.datasetgroup.DatasetGroup;
import io.personalizeoperator.api.filter.Filter;
import io.personalizeoperator.testing.Manifests;
import io.personalizeoperator.testing.Observation;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What comes with a new spec in one apply decides what AWS makes of it. */
class SettlingTest {
  private final PlainKind kind = new PlainKind();

  private Decision decide(Instant specSeen) {
    Filter filter =
        Manifests.read(
            Filter.class,
            "metadata: {name: f, generation: 1}\nspec: {datasetGroupArn: 'arn:g', expression: x}");
    return new LifecycleDecider<>(kind)
        .decide(
            Observation.<Filter, String>of(filter)
                .parent(ParentReference.of(DatasetGroup.class, null, "arn:g"), null)
                .specSeen(specSeen)
                .observed(kind));
  }

  @Test
  void aNewSpecIsLeftAloneForAMoment() {
    kind.traits.add(Trait.SETTLES);
    Instant seen = Observation.NOW.minus(Duration.ofSeconds(2));

    Decision decision = decide(seen);

    assertThat(decision.action()).isEmpty();
    assertThat(decision.status()).as("a status that is a write for nothing").isEmpty();
    assertThat(decision.wakeAt()).contains(seen.plus(Settling.SETTLES_AFTER));
  }

  @Test
  void afterThatItIsCreated() {
    kind.traits.add(Trait.SETTLES);

    assertThat(decide(Observation.NOW.minus(Settling.SETTLES_AFTER)).action())
        .containsInstanceOf(Action.Create.class);
  }

  @Test
  void otherKindsAreCreatedAtOnce() {
    assertThat(decide(Observation.NOW).action()).containsInstanceOf(Action.Create.class);
  }
}
