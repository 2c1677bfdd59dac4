package io.personalizeoperator.solution;

import io.personalizeoperator.account.LatestUpdate;
import io.personalizeoperator.account.Snapshot;
import io.personalizeoperator.api.datasetgroup.DatasetGroup;
import io.personalizeoperator.api.solution.Solution;
import io.personalizeoperator.aws.AwsFailure;
import io.personalizeoperator.aws.FailureClass;
import io.personalizeoperator.decision.Action;
import io.personalizeoperator.decision.Attempts;
import io.personalizeoperator.decision.LifecycleDecider;
import io.personalizeoperator.decision.ParentReference;
import io.personalizeoperator.testing.Decided;
import io.personalizeoperator.testing.Manifests;
import io.personalizeoperator.testing.Observation;
import io.personalizeoperator.testing.Remote;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A solution that cannot be described may be another one than the manifest says. */
class TrainingOfTheUnknownTest {
  private static final String ARN = Observation.arn("solution/s");
  private static final Instant MADE = Observation.NOW.minus(Duration.ofDays(1));

  @Test
  void aSolutionOfAnotherSpecIsNotTrainedWhileItCannotBeDescribed() {
    Solution solution =
        Manifests.read(
            Solution.class,
            """
            metadata: {name: s, generation: 2}
            spec: {recipe: aws-sims, eventType: buy, datasetGroupRef: {name: g}}
            status: {observedGeneration: 1, appliedGeneration: 1, arn: '%s', awsStatus: ACTIVE,
              ownership: Created, awsLastUpdated: '%s'}
            """
                .formatted(ARN, MADE));
    Attempts denied =
        Attempts.NONE.failed(
            new Action.ReadDetails(ARN).key(),
            2,
            new AwsFailure(FailureClass.NEEDS_USER, "AccessDeniedException", "Not allowed"),
            Observation.NOW,
            false);

    decided(solution, null, denied).doesNothing();
  }

  private static Decided decided(Solution solution, SolutionDetails details, Attempts attempts) {
    DatasetGroup group =
        Manifests.read(
            DatasetGroup.class,
            "metadata: {name: g}\nspec: {}\nstatus: {arn: '%s', awsStatus: ACTIVE}"
                .formatted(Observation.arn("dataset-group/g")));
    Remote<SolutionDetails> live =
        Remote.<SolutionDetails>active(ARN)
            .created(MADE)
            .tagged(Observation.owner(solution).with(null));
    return new Decided(
        new LifecycleDecider<>(new SolutionDecider())
            .decide(
                Observation.<Solution, SolutionDetails>of(solution)
                    .parent(
                        ParentReference.of(
                            DatasetGroup.class, solution.getSpec().datasetGroupRef(), null),
                        group)
                    .seeing(details == null ? live : live.details(details))
                    .related(
                        SolutionVersionCalls.KIND,
                        new Snapshot<>(true, MADE, MADE, Optional.empty(), List.of(), false))
                    .after(attempts)
                    .observed(new SolutionDecider())));
  }

  @Test
  void aSolutionIsNotTrainedBeforeTheEventsOfTheManifestAreInForce() {
    Solution solution =
        Manifests.read(
            Solution.class,
            """
            metadata: {name: s, generation: 1}
            spec:
              recipe: aws-user-personalization-v2
              datasetGroupRef: {name: g}
              config: {eventsConfig: {eventParametersList: [{eventType: watch}]}}
            status: {arn: '%s', awsStatus: ACTIVE, ownership: Adopted}
            """
                .formatted(ARN));
    SolutionUpdate before = new SolutionUpdate(false, null, null, null);
    SolutionUpdate asked = SolutionUpdate.wanted(solution.getSpec());

    decided(solution, details(before, null, null), Attempts.NONE).action(Action.Update.class);
    decided(
            solution,
            details(
                before,
                asked,
                new LatestUpdate("CREATE IN_PROGRESS", null, Observation.NOW, Observation.NOW)),
            Attempts.NONE)
        .doesNothing();
  }

  private static SolutionDetails details(
      SolutionUpdate inForce, SolutionUpdate requested, LatestUpdate update) {
    return new SolutionDetails(
        Observation.arn("dataset-group/g"),
        "arn:aws:personalize:::recipe/aws-user-personalization-v2",
        null,
        null,
        null,
        null,
        inForce,
        requested,
        update);
  }
}
