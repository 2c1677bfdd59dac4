package io.personalizeoperator.solution;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.account.OpenView;
import io.personalizeoperator.account.RemoteKind.Described;
import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.account.Summary;
import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.api.dataset.Dataset;
import io.personalizeoperator.api.datasetgroup.DatasetGroup;
import io.personalizeoperator.api.datasetimport.DatasetImport;
import io.personalizeoperator.api.solution.Solution;
import io.personalizeoperator.api.solution.SolutionStatus;
import io.personalizeoperator.decision.Action;
import io.personalizeoperator.decision.Decision;
import io.personalizeoperator.decision.LifecycleDecider;
import io.personalizeoperator.decision.Observed;
import io.personalizeoperator.decision.ParentReference;
import io.personalizeoperator.testing.Manifests;
import io.personalizeoperator.testing.Observation;
import io.personalizeoperator.testing.Remote;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.personalize.model.CreateSolutionVersionRequest;

/**
 * Trainings cost money: none is made twice, whatever crashes, gets lost or comes late. As AWS does,
 * the fake takes each name of a version once.
 */
class TrainingPropertiesTest {
  private static final String ARN = Observation.arn("solution/s");
  private static final Duration TRAINING = Duration.ofMinutes(3);
  private static final int LAG_SECONDS = 90;

  private static final DatasetGroup GROUP =
      Manifests.read(
          DatasetGroup.class,
          "metadata: {name: g}\nspec: {}\nstatus: {arn: '%s', awsStatus: ACTIVE}"
              .formatted(Observation.arn("dataset-group/g")));
  private static final Dataset DATASET =
      Manifests.read(
          Dataset.class, "metadata: {name: d}\nspec: {type: Items, datasetGroupRef: {name: g}}");

  private static DatasetImport importOf(Instant completed) {
    return Manifests.read(
        DatasetImport.class,
        """
        metadata: {name: i}
        spec: {datasetRef: {name: d}}
        status:
          lastSuccess: {name: j, status: ACTIVE, completed: '%s'}
          conditions: [{type: Ready, status: 'True', reason: R, message: m}]
        """
            .formatted(completed));
  }

  private record Training(String name, Instant started, boolean fails) {
    Described<SolutionVersionDetails> at(Instant at) {
      boolean over = !started.plus(TRAINING).isAfter(at);
      String status = !over ? "CREATE IN_PROGRESS" : fails ? "CREATE FAILED" : "ACTIVE";
      String arn = ARN + "/" + name;
      return new Described<>(
          new Summary(arn, status, started, over ? started.plus(TRAINING) : started, null),
          new SolutionVersionDetails(
              name, "FULL", "MANUAL", over ? 1.0 : null, Map.of(), Map.of()));
    }
  }

  /** One Solution from its first pass to a promoted version. */
  private static final class Story {
    final Random random;
    final List<Training> trainings = new ArrayList<>();
    final int failuresToCome;
    final Solution solution =
        Manifests.read(
            Solution.class,
            """
            metadata: {name: s, generation: 1, uid: u}
            spec: {recipe: aws-sims, datasetGroupRef: {name: g}, training: {retries: 0}}
            status: {observedGeneration: 1, appliedGeneration: 1, arn: '%s', awsStatus: ACTIVE,
              ownership: Created, awsLastUpdated: '%s'}
            """
                .formatted(ARN, Observation.NOW));
    Instant now = Observation.NOW;
    Instant imported = Observation.NOW;
    int imports = 1;
    boolean faults = true;
    OpenView<SolutionVersionDetails> versions;
    private Instant shown;
    private List<PersonalizeResource<?, ?>> neighbours;

    Story(long seed) {
      random = new Random(seed);
      failuresToCome = random.nextInt(3);
      crash();
    }

    void crash() {
      versions = new OpenView<>(SolutionVersionCalls.KIND, () -> now);
      versions.view().watch("solution/s", () -> {});
    }

    void sweep() {
      Instant at = faults ? now.minusSeconds(random.nextInt(LAG_SECONDS)) : now;
      versions.listed(
          trainings.stream().filter(t -> !t.started.isAfter(at)).map(t -> t.at(at)).toList());
    }

    void pass() {
      Decision decision = new LifecycleDecider<>(new SolutionDecider()).decide(observation());
      decision
          .action()
          .filter(Action.CreateRelated.class::isInstance)
          .map(Action.CreateRelated.class::cast)
          .map(create -> ((CreateSolutionVersionRequest) create.request()).name())
          .ifPresent(this::train);
      if (!faults || random.nextInt(4) > 0) {
        decision.status().ifPresent(status -> solution.setStatus((SolutionStatus) status));
      }
    }

    private void train(String name) {
      if (trainings.stream().anyMatch(t -> t.name.equals(name))) {
        return;
      }
      trainings.add(new Training(name, now, trainings.size() < failuresToCome));
      boolean replied = !faults || random.nextInt(3) > 0;
      if (replied) {
        versions.view().created(ARN + "/" + name, null, "u", Map.of());
      }
    }

    private Observed<Solution, SolutionDetails> observation() {
      return Observation.<Solution, SolutionDetails>of(solution)
          .at(now)
          .parent(
              ParentReference.of(DatasetGroup.class, solution.getSpec().datasetGroupRef(), null),
              GROUP)
          .seeing(
              Remote.<SolutionDetails>active(ARN)
                  .created(Observation.NOW)
                  .tagged(Observation.owner(solution).with(null), now))
          .related(SolutionVersionCalls.KIND, versions.view().watch("solution/s", () -> {}))
          .neighbours(neighbours())
          .observed(new SolutionDecider());
    }

    private List<PersonalizeResource<?, ?>> neighbours() {
      if (!imported.equals(shown)) {
        shown = imported;
        neighbours = List.of(DATASET, importOf(imported));
      }
      return neighbours;
    }

    void step(Duration by) {
      now = now.plus(by);
      sweep();
      pass();
    }
  }

  @Test
  void noTrainingIsMadeTwiceAndOneIsPromotedInTheEnd() {
    int failed = 0;
    for (long seed = 10; seed < 30; seed++) {
      Story story = new Story(seed);
      for (int i = 0; i < 40; i++) {
        if (story.random.nextInt(8) == 0) {
          story.crash();
        }
        if (story.random.nextInt(10) == 0) {
          story.imported = story.now;
          story.imports++;
        }
        story.step(Duration.ofSeconds(1 + story.random.nextInt(60)));
        assertThat(story.trainings.size()).as("seed %d", seed).isLessThanOrEqualTo(story.imports);
        assertThat(story.trainings.size())
            .as("seed %d: one for each failure, and the one that works", seed)
            .isLessThanOrEqualTo(story.failuresToCome + 1);
      }
      story.faults = false;
      for (int i = 0; i < 30; i++) {
        story.imported = story.now;
        story.step(Duration.ofMinutes(1));
      }

      Training last = story.trainings.getLast();
      assertThat(story.trainings).as("seed %d", seed).hasSize(story.failuresToCome + 1);
      assertThat(story.solution.getStatus().promotedVersion().arn())
          .as("seed %d", seed)
          .isEqualTo(ARN + "/" + last.name);
      failed += story.failuresToCome;
    }
    assertThat(failed).isGreaterThan(8);
  }

  @Test
  void theVersionsInTheViewAreThoseOfAws() {
    Story story = new Story(1);
    story.faults = false;
    story.step(Duration.ofSeconds(1));
    story.step(Duration.ofSeconds(1));

    assertThat(story.versions.view().watch("solution/s", () -> {}).live())
        .extracting(RemoteResource::status)
        .containsExactly("CREATE IN_PROGRESS");
  }
}
