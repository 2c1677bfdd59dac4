package io.personalizeoperator.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.api.dataset.Dataset;
import io.personalizeoperator.api.solution.Solution;
import io.personalizeoperator.testing.Manifests;
import org.junit.jupiter.api.Test;

class PendingChangeTest {
  private static final String SECOND = "wantedSchemaArn: 'arn:2'";

  private static Dataset dataset(int generation, String... status) {
    return Manifests.read(
        Dataset.class,
        """
        metadata: {name: items, generation: %d}
        spec: {datasetGroupRef: {name: g}, schemaRef: {name: s}, type: Items}
        status:
          observedGeneration: 2
          awsStatus: ACTIVE
          schemaArn: 'arn:1'
          %s
        """
            .formatted(generation, String.join("\n  ", status)));
  }

  private static String stalled(boolean is) {
    return ("conditions: [{type: Ready, status: 'True', reason: R, message: It is so},"
            + " {type: Reconciling, status: '%s'}, {type: Stalled, status: '%s'}]")
        .formatted(is ? "False" : "True", is ? "True" : "False");
  }

  @Test
  void aSpecThatWasNotLookedAtIsAChange() {
    assertThat(PendingChange.of(dataset(3, "wantedSchemaArn: 'arn:1'")))
        .hasValueSatisfying(
            change -> {
              assertThat(change.message()).startsWith("Dataset items has a change");
              assertThat(change.isRefused()).isFalse();
            });
  }

  @Test
  void aSchemaThatIsNotInForceIsAChangeAndTheDatasetTellsWhy() {
    assertThat(PendingChange.of(dataset(2, SECOND, stalled(false))))
        .contains(
            new PendingChange("Dataset items is not as its manifest says yet: It is so.", false));
  }

  @Test
  void aRefusedChangeNeedsAPerson() {
    assertThat(PendingChange.of(dataset(2, SECOND, stalled(true))))
        .hasValueSatisfying(change -> assertThat(change.isRefused()).isTrue());
  }

  /** A tag that is refused makes the dataset Stalled, and its update goes on. */
  @Test
  void anUpdateUnderWayGoesOnWhateverElseIsStalled() {
    assertThat(
            PendingChange.of(
                dataset(2, SECOND, "latestUpdate: {status: CREATE IN_PROGRESS}", stalled(true))))
        .hasValueSatisfying(change -> assertThat(change.isRefused()).isFalse());
  }

  /** A dataset that is Stalled for its tags alone holds back no import. */
  @Test
  void whatIsInForceIsNoChangeWhateverElseIsStalled() {
    assertThat(PendingChange.of(dataset(2, "wantedSchemaArn: 'arn:1'", stalled(true)))).isEmpty();
  }

  @Test
  void aStatusOfAnEarlierVersionCountsAsAWhole() {
    assertThat(PendingChange.of(dataset(2, "appliedGeneration: 2"))).isEmpty();
    assertThat(PendingChange.of(dataset(2, "appliedGeneration: 1", stalled(false)))).isPresent();
  }

  /** What a campaign takes from a solution is its promoted version, which no edit changes. */
  @Test
  void noOtherKindHoldsItsChildrenBack() {
    assertThat(
            PendingChange.of(
                Manifests.read(
                    Solution.class,
                    "metadata: {name: s, generation: 2}\nspec: {datasetGroupRef: {name: g}}\nstatus: {observedGeneration: 1}")))
        .isEmpty();
  }
}
