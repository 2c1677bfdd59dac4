package io.personalizeoperator.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.status.Notice;
import io.personalizeoperator.testing.Decided;
import io.personalizeoperator.testing.Observation;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.personalize.model.CreateFilterRequest;
import software.amazon.awssdk.services.personalize.model.Tag;

/** A resource that is not in AWS. */
class ExistenceConcernTest {
  private final PlainKind kind = new PlainKind();

  @Test
  void whatWasNeverThereIsMadeWithTheOwnersTagsAndTheUsers() {
    Recent recent = Recent.fresh();
    recent.tags = Map.of("team", "films");

    Decided outcome = Recent.decide(kind, recent.observation());

    outcome.isReconcilingBy("Creating");
    Action.Create create = outcome.action(Action.Create.class);
    assertThat(create.tags())
        .containsEntry("team", "films")
        .containsEntry("personalize-operator.io/cluster", "cluster-1")
        .containsEntry("personalize-operator.io/namespace", "default")
        .containsEntry("personalize-operator.io/name", "recent")
        .hasSize(4);
    assertThat(((CreateFilterRequest) create.request()).tags())
        .extracting(Tag::tagKey)
        .containsExactlyInAnyOrderElementsOf(create.tags().keySet());
    assertThat(create.notice().reason()).isEqualTo("Created");
    assertThat(create.notice().warning()).isFalse();
  }

  @Test
  void aKindWithoutTagsIsMadeWithoutTags() {
    kind.traits.add(Trait.UNTAGGABLE);

    Action.Create create =
        Recent.decide(kind, Recent.fresh().observation()).action(Action.Create.class);

    assertThat(create.tags()).isEmpty();
    assertThat(((CreateFilterRequest) create.request()).tags()).isEmpty();
  }

  @Test
  void whatIsAbsentFromAListIsLookedForByNameBeforeItIsMadeAgain() {
    Decided outcome = Recent.decide(kind, Recent.settled().observation());

    outcome.isReconcilingBy("ConfirmingAbsence");
    assertThat(outcome.action(Action.ReadDetails.class).arn()).isEqualTo(Recent.ARN);
    assertThat(outcome.isReady()).isFalse();
    assertThat(outcome.wakeAt()).isEqualTo(Observation.NOW.plusSeconds(30));
    assertThat(outcome.status().arn()).isEqualTo(Recent.ARN);
  }

  @Test
  void whatIsAbsentStaysSoWhileTheAccountIsNotKnown() {
    Decided outcome = Recent.decide(kind, Recent.settled().observation().account(null).gone());

    outcome.doesNothing().isReconcilingBy("AccountUnknown");
    assertThat(outcome.wakeAt()).isEqualTo(Observation.NOW.plusSeconds(30));
  }

  @Test
  void whatIsProvenGoneAndCanBeComputedAgainIsMadeAgainAsDrift() {
    Action.Create create =
        Recent.decide(kind, Recent.settled().observation().gone()).action(Action.Create.class);

    assertThat(create.notice().reason()).isEqualTo("DriftCorrected");
    assertThat(create.notice().warning()).isTrue();
    assertThat(create.notice().message()).contains(Recent.ARN + " was gone in AWS");
  }

  @Test
  void whatHeldDataIsNotMadeAgainEmpty() {
    kind.traits.add(Trait.HOLDS_DATA);

    Decided outcome = Recent.decide(kind, Recent.settled().observation().gone());

    outcome.isStalledBy("Vanished");
    assertThat(outcome.message()).contains("personalize-operator.io/recreate");
    assertThat(outcome.decision().notices()).extracting(Notice::reason).containsExactly("Vanished");
  }

  @Test
  void theRecreateAnnotationMakesWhatHeldDataAgainOnce() {
    kind.traits.add(Trait.HOLDS_DATA);
    Recent recent = Recent.settled();
    recent.recreate = "please";
    Recent.decide(kind, recent.observation().gone()).action(Action.Create.class);

    recent.recreated = "please";
    Recent.decide(kind, recent.observation().gone()).isStalledBy("Vanished");

    recent.recreate = "once more";
    Recent.decide(kind, recent.observation().gone()).action(Action.Create.class);
  }

  @Test
  void theAnnotationCountsAsUsedOnceTheNewResourceIsThere() {
    kind.traits.add(Trait.HOLDS_DATA);
    Recent recent = Recent.settled();
    recent.recreate = "please";
    assertThat(Recent.decide(kind, recent.observation().gone()).status().recreated()).isNull();

    Decided made =
        Recent.decide(kind, recent.observation().seeing(Recent.remote().status("CREATE PENDING")));
    assertThat(made.status().recreated()).isEqualTo("please");
  }

  @Test
  void anAnnotationThatWasThereFromTheStartIsNoWordForALaterLoss() {
    kind.traits.add(Trait.HOLDS_DATA);
    Recent recent = Recent.fresh();
    recent.recreate = "from the start";
    Decided first =
        Recent.decide(kind, recent.observation().seeing(Recent.remote().status("CREATE PENDING")));

    Recent later = Recent.settled();
    later.recreate = "from the start";
    later.recreated = first.status().recreated();
    Recent.decide(kind, later.observation().gone()).isStalledBy("Vanished");
  }

  @Test
  void anAbsentResourceHasNoStatusInAws() {
    assertThat(Recent.decide(kind, Recent.settled().observation()).status().awsStatus()).isNull();
  }
}
