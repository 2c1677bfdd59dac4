package io.personalizeoperator.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.api.AdoptionPolicy;
import io.personalizeoperator.api.Ownership;
import io.personalizeoperator.testing.Decided;
import io.personalizeoperator.testing.Remote;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A resource of our name that is in AWS already. */
class OwnershipConcernTest {
  private final PlainKind kind = new PlainKind();

  private static Map<String, String> tagsOf(String owner) {
    return switch (owner) {
      case "ours" -> Recent.OURS;
      case "nobody" -> Map.of("cost-centre", "7");
      default -> Recent.ANOTHERS;
    };
  }

  @ParameterizedTest(name = "adoptionPolicy {0}, owned by {1}: {2}")
  @CsvSource(
      nullValues = "none",
      value = {
        "none,ours,Active", "none,nobody,NameTaken", "none,another,NameTaken",
        "Never,ours,Active", "Never,nobody,NameTaken", "Never,another,NameTaken",
        "Unowned,ours,Active", "Unowned,nobody,Adopt", "Unowned,another,NameTaken",
        "Always,ours,Active", "Always,nobody,Adopt", "Always,another,Adopt"
      })
  void aNameThatIsTakenIsLeftAloneOrAdoptedAsThePolicySays(
      AdoptionPolicy policy, String owner, String expected) {
    Recent recent = Recent.fresh();
    recent.adoptionPolicy = policy;

    Decided outcome =
        Recent.decide(
            kind,
            recent.observation().seeing(Remote.<String>active(Recent.ARN).tagged(tagsOf(owner))));

    switch (expected) {
      case "Adopt" -> {
        Action.Tag tag = outcome.action(Action.Adopt.class).tag();
        assertThat(tag.set()).isEqualTo(Recent.OURS);
        assertThat(tag.before()).isEqualTo(tagsOf(owner));
        assertThat(tag.notice().reason()).isEqualTo("Adopted");
        assertThat(outcome.status().arn()).isNull();
      }
      case "NameTaken" -> {
        outcome.isStalledBy("NameTaken");
        assertThat(outcome.status().arn()).isNull();
        assertThat(outcome.status().awsStatus()).isNull();
        assertThat(outcome.status().ownership()).isNull();
      }
      default -> {
        assertThat(outcome.reason()).isEqualTo("Active");
        assertThat(outcome.status().arn()).isEqualTo(Recent.ARN);
        assertThat(outcome.status().ownership()).isEqualTo(Ownership.Created);
      }
    }
  }

  @Test
  void aTakenNameIsToldWithItsOwnerAndTheWayOut() {
    assertThat(
            Recent.decide(
                    kind,
                    Recent.fresh()
                        .observation()
                        .seeing(Remote.<String>active(Recent.ARN).tagged(Recent.ANOTHERS)))
                .message())
        .contains("belongs to shop/recent in cluster cluster-2")
        .contains("adoptionPolicy: Always");
    assertThat(
            Recent.decide(
                    kind,
                    Recent.fresh()
                        .observation()
                        .seeing(Remote.<String>active(Recent.ARN).tagged(Map.of())))
                .message())
        .contains("was not created by this operator")
        .contains("adoptionPolicy: Unowned");
  }

  @Test
  void whoseItIsIsReadFirst() {
    Decided outcome =
        Recent.decide(kind, Recent.fresh().observation().seeing(Remote.<String>active(Recent.ARN)));

    assertThat(outcome.action(Action.ReadTags.class).arn()).isEqualTo(Recent.ARN);
    assertThat(outcome.status().arn()).isNull();
  }

  @Test
  void aLostReplyMeetsItsOwnResourceAndGoesOn() {
    Decided outcome =
        Recent.decide(
            kind,
            Recent.fresh().observation().seeing(Recent.remote().status("CREATE IN_PROGRESS")));

    outcome.doesNothing().isReconcilingBy("Creating");
    assertThat(outcome.status().arn()).isEqualTo(Recent.ARN);
    assertThat(outcome.status().ownership()).isEqualTo(Ownership.Created);
  }

  @Test
  void aReportedResourceWhoseTagsSomebodyRemovedIsStillOurs() {
    Decided outcome =
        Recent.decide(
            kind,
            Recent.settled()
                .observation()
                .seeing(Remote.<String>active(Recent.ARN).tagged(Map.of())));

    Action.Tag tag = outcome.action(Action.Tag.class);
    assertThat(tag.set()).isEqualTo(Recent.OURS);
    assertThat(tag.notice().reason()).isEqualTo("DriftCorrected");
  }

  @Test
  void aReportedResourceThatAnotherOperatorTookIsLeftAlone() {
    Decided outcome =
        Recent.decide(
            kind,
            Recent.settled()
                .observation()
                .seeing(Remote.<String>active(Recent.ARN).tagged(Recent.ANOTHERS)));

    outcome.isStalledBy("NameTaken");
    assertThat(outcome.isReady()).isFalse();
  }

  @Test
  void anAdoptionKeepsItsOriginInTheStatus() {
    Recent recent = Recent.settled();
    recent.ownership = Ownership.Adopted;

    assertThat(
            Recent.decide(kind, recent.observation().seeing(Recent.remote())).status().ownership())
        .isEqualTo(Ownership.Adopted);
  }

  @Test
  void aResourceThatCannotBeMadeToFitIsNotAdopted() {
    kind.traits.add(Trait.NEEDS_DETAILS);
    kind.immutable = List.of("expression of others");
    Recent recent = Recent.fresh();
    recent.adoptionPolicy = AdoptionPolicy.Unowned;
    Remote<String> unowned = Remote.<String>active(Recent.ARN).tagged(Map.of());

    Recent.decide(kind, recent.observation().seeing(unowned)).action(Action.ReadDetails.class);

    Decided refused = Recent.decide(kind, recent.observation().seeing(unowned.details("other")));
    refused.isStalledBy("AdoptionRefused");
    assertThat(refused.message()).contains("expression of others");
  }

  @Test
  void adoptionSetsTheUsersTagsAlong() {
    Recent recent = Recent.fresh();
    recent.adoptionPolicy = AdoptionPolicy.Unowned;
    recent.tags = Map.of("team", "films");

    Action.Tag tag =
        Recent.decide(
                kind,
                recent.observation().seeing(Remote.<String>active(Recent.ARN).tagged(Map.of())))
            .action(Action.Adopt.class)
            .tag();

    Map<String, String> expected = new HashMap<>(Recent.OURS);
    expected.put("team", "films");
    assertThat(tag.set()).isEqualTo(expected);
  }

  @Test
  void aKindWithoutTagsIsSharedWhenItsContentIsTheSame() {
    kind.traits.add(Trait.UNTAGGABLE);
    Remote<String> there = Remote.active(Recent.ARN);
    Recent.decide(kind, Recent.fresh().observation().seeing(there))
        .action(Action.ReadDetails.class);

    Decided shared =
        Recent.decide(kind, Recent.fresh().observation().seeing(there.details("same")));
    assertThat(shared.reason()).isEqualTo("Active");
    assertThat(shared.status().ownership()).isEqualTo(Ownership.Shared);

    kind.immutable = List.of("the content");
    Recent.decide(kind, Recent.fresh().observation().seeing(there.details("other")))
        .isStalledBy("NameTaken");
  }

  @Test
  void aKindWithoutTagsIsCreatedForTheResourceForWhichThisProcessMadeIt() {
    kind.traits.add(Trait.UNTAGGABLE);
    Remote<String> made = Remote.<String>active(Recent.ARN).madeFor("uid-of-recent");
    assertThat(Recent.decide(kind, Recent.fresh().observation().seeing(made)).status().ownership())
        .isEqualTo(Ownership.Created);

    Remote<String> forAnother =
        Remote.<String>active(Recent.ARN).madeFor("another-uid").details("same");
    assertThat(
            Recent.decide(kind, Recent.fresh().observation().seeing(forAnother))
                .status()
                .ownership())
        .isEqualTo(Ownership.Shared);
  }
}
