package io.personalizeoperator.solution;

import io.personalizeoperator.account.RemoteKind;
import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.api.CommonStatus;
import io.personalizeoperator.api.LifecycleStatus;
import io.personalizeoperator.api.datasetgroup.DatasetGroup;
import io.personalizeoperator.api.solution.Solution;
import io.personalizeoperator.api.solution.SolutionSpec;
import io.personalizeoperator.aws.Arn;
import io.personalizeoperator.decision.Drift;
import io.personalizeoperator.decision.KindDecider;
import io.personalizeoperator.decision.Observed;
import io.personalizeoperator.decision.Parent;
import io.personalizeoperator.decision.ParentReference;
import io.personalizeoperator.decision.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.personalize.model.CreateSolutionRequest;
import software.amazon.awssdk.services.personalize.model.DeleteSolutionRequest;
import software.amazon.awssdk.services.personalize.model.PersonalizeRequest;
import software.amazon.awssdk.services.personalize.model.Tag;

/** What a solution wants. Its trainings are the affair of {@link TrainingPolicy}. */
final class SolutionDecider implements KindDecider<Solution, SolutionDetails> {
  private final TrainingPolicy training = new TrainingPolicy();

  @Override
  public String noun() {
    return "solution";
  }

  @Override
  public List<ParentReference> references(Solution resource) {
    var spec = resource.getSpec();
    return List.of(
        ParentReference.of(DatasetGroup.class, spec.datasetGroupRef(), spec.datasetGroupArn()));
  }

  @Override
  public Optional<String> group(Solution resource, List<Parent> parents) {
    return Optional.of("solution/" + resource.awsName());
  }

  @Override
  public Map<RemoteKind<?>, String> related(Solution resource, List<Parent> parents) {
    return Map.of(SolutionVersionCalls.KIND, "solution/" + resource.awsName());
  }

  @Override
  public boolean needsDetails() {
    return true;
  }

  @Override
  public PersonalizeRequest create(Observed<Solution, SolutionDetails> observed, List<Tag> tags) {
    SolutionSpec spec = observed.resource().getSpec();
    return CreateSolutionRequest.builder()
        .name(observed.resource().awsName())
        .datasetGroupArn(observed.parentArn(DatasetGroup.class))
        .recipeArn(recipeArn(spec.recipe(), observed.parentArn(DatasetGroup.class)))
        .eventType(spec.eventType())
        .performHPO(spec.performHPO())
        .performAutoML(spec.performAutoML())
        .performAutoTraining(autoTraining(spec))
        .performIncrementalUpdate(spec.performIncrementalUpdate())
        .solutionConfig(SolutionConfiguration.toAws(spec.config()))
        .tags(tags)
        .build();
  }

  /** Left out, AWS would train every seven days: it is always sent (AWS: CreateSolution). */
  private static boolean autoTraining(SolutionSpec spec) {
    return Boolean.TRUE.equals(spec.performAutoTraining());
  }

  private static String recipeArn(String recipe, String neighbour) {
    return recipe == null || recipe.startsWith("arn:")
        ? recipe
        : "arn:" + Arn.parse(neighbour).partition() + ":personalize:::recipe/" + recipe;
  }

  @Override
  public Optional<PersonalizeRequest> delete(String arn) {
    return Optional.of(DeleteSolutionRequest.builder().solutionArn(arn).build());
  }

  @Override
  public List<String> immutableDifferences(
      Observed<Solution, SolutionDetails> observed, SolutionDetails live) {
    SolutionSpec spec = observed.resource().getSpec();
    List<String> differences = new ArrayList<>();
    String group = observed.arnOf(DatasetGroup.class).orElse(live.datasetGroupArn());
    if (!group.equals(live.datasetGroupArn())) {
      differences.add("dataset group " + live.datasetGroupArn());
    }
    if (spec.recipe() != null
        && !Objects.equals(recipeArn(spec.recipe(), group), live.recipeArn())) {
      differences.add("recipe " + live.recipeArn());
    }
    if (!Objects.equals(spec.eventType(), live.eventType())) {
      differences.add("eventType " + live.eventType());
    }
    if (spec.performHPO() != null
        && live.performHPO() != null
        && !spec.performHPO().equals(live.performHPO())) {
      differences.add("performHPO " + live.performHPO());
    }
    return differences;
  }

  @Override
  public Drift drift(
      Observed<Solution, SolutionDetails> observed, RemoteResource<SolutionDetails> live) {
    return SolutionUpdate.drift(observed.resource().getSpec(), live, observed.now());
  }

  @Override
  public Step whenActive(
      Observed<Solution, SolutionDetails> observed, RemoteResource<SolutionDetails> live) {
    return training.decide(observed, live);
  }

  @Override
  public Optional<Step> beforeDelete(
      Observed<Solution, SolutionDetails> observed, RemoteResource<SolutionDetails> live) {
    return training.stop(observed, live);
  }

  @Override
  public CommonStatus status(
      Observed<Solution, SolutionDetails> observed,
      LifecycleStatus common,
      Optional<RemoteResource<SolutionDetails>> live) {
    return training.status(observed, common, live);
  }
}
