package io.personalizeoperator.solution;

import io.personalizeoperator.account.RemoteKind;
import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.api.CommonStatus;
import io.personalizeoperator.api.LifecycleStatus;
import io.personalizeoperator.api.datasetgroup.DatasetGroup;
import io.personalizeoperator.api.solution.Solution;
import io.personalizeoperator.api.solution.SolutionSpec;
import io.personalizeoperator.api.solution.SolutionStatus;
import io.personalizeoperator.api.solution.TrainingSchedule;
import io.personalizeoperator.aws.Arn;
import io.personalizeoperator.decision.Drift;
import io.personalizeoperator.decision.Finding;
import io.personalizeoperator.decision.Intent;
import io.personalizeoperator.decision.KindDecider;
import io.personalizeoperator.decision.LruMemo;
import io.personalizeoperator.decision.Observed;
import io.personalizeoperator.decision.Parent;
import io.personalizeoperator.decision.ParentReference;
import io.personalizeoperator.decision.Report;
import io.personalizeoperator.decision.Revision;
import io.personalizeoperator.decision.Trait;
import io.personalizeoperator.decision.Traits;
import io.personalizeoperator.status.Notice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.personalize.model.CreateSolutionRequest;
import software.amazon.awssdk.services.personalize.model.DeleteSolutionRequest;
import software.amazon.awssdk.services.personalize.model.PersonalizeRequest;
import software.amazon.awssdk.services.personalize.model.Tag;

/** What a solution wants. Its trainings are the affair of {@link TrainingConcern}. */
final class SolutionDecider implements KindDecider<Solution, SolutionDetails> {
  private static final Traits TRAITS = Traits.of("solution", Trait.NEEDS_DETAILS);
  private static final int MOST_REMEMBERED = 10_000;

  /** Reading a schedule takes longer than all else in a pass. */
  private final LruMemo<TrainingSchedule, ReadSchedule> schedules =
      new LruMemo<>(MOST_REMEMBERED, ReadSchedule::of);

  @Override
  public Traits traits() {
    return TRAITS;
  }

  @Override
  public List<ParentReference> references(Solution resource) {
    var spec = resource.getSpec();
    return List.of(
        ParentReference.of(DatasetGroup.class, spec.datasetGroupRef(), spec.datasetGroupArn()));
  }

  @Override
  public List<String> namedInAws(Solution resource) {
    SolutionSpec spec = resource.getSpec();
    return Stream.concat(
            KindDecider.super.namedInAws(resource).stream(), RecipeNames.of(spec).stream())
        .toList();
  }

  @Override
  public Optional<String> similarTo(String name) {
    return RecipeNames.similarTo(name);
  }

  @Override
  public Map<RemoteKind<?>, String> related(Solution resource, List<Parent> parents) {
    return Map.of(SolutionVersionCalls.KIND, "solution/" + resource.awsName());
  }

  @Override
  public PersonalizeRequest delete(String arn) {
    return DeleteSolutionRequest.builder().solutionArn(arn).build();
  }

  @Override
  public Intent<SolutionDetails> intent(Observed<Solution, SolutionDetails> observed) {
    TrainingOutlook outlook = TrainingOutlook.of(observed, schedules::of);
    Promotions promotions = Promotions.of(observed, outlook.history());
    return new Wanted(
        observed,
        observed.resource().getSpec(),
        TrainingConcern.of(outlook, promotions, observed.related(SolutionVersionCalls.KIND)),
        new TrainingReport(outlook, promotions));
  }

  private static @Nullable String recipeArn(@Nullable String recipe, String neighbour) {
    return recipe == null || recipe.startsWith("arn:")
        ? recipe
        : "arn:" + Arn.parse(neighbour).partition() + ":personalize:::recipe/" + recipe;
  }

  private record Wanted(
      Observed<Solution, SolutionDetails> observed,
      SolutionSpec spec,
      TrainingConcern training,
      TrainingReport report)
      implements Intent<SolutionDetails> {

    @Override
    public PersonalizeRequest create(Revision<SolutionDetails> revision, List<Tag> tags) {
      String group = observed.parentArn(DatasetGroup.class);
      return CreateSolutionRequest.builder()
          .name(observed.resource().awsName())
          .datasetGroupArn(group)
          .recipeArn(recipeArn(spec.recipe(), group))
          .eventType(spec.eventType())
          .performHPO(spec.performHPO())
          .performAutoML(spec.performAutoML())
          // Left out, AWS would train every seven days (AWS: CreateSolution).
          .performAutoTraining(Boolean.TRUE.equals(spec.performAutoTraining()))
          .performIncrementalUpdate(spec.performIncrementalUpdate())
          .solutionConfig(SolutionConfiguration.toAws(spec.config()))
          .tags(tags)
          .build();
    }

    @Override
    public List<String> immutableDifferences(
        Revision<SolutionDetails> revision, SolutionDetails live) {
      String group = observed.arnOf(DatasetGroup.class).orElse(live.datasetGroupArn());
      return new SolutionDifferences(spec, live).to(group, recipeArn(spec.recipe(), group));
    }

    @Override
    public Drift drift(Revision<SolutionDetails> revision) {
      RemoteResource<SolutionDetails> live = revision.present();
      return SolutionUpdate.drift(spec, live, observed.now());
    }

    /**
     * A solution that may be another one than the manifest says is not trained: that costs money.
     * Until an update of its events is in force, it trains as before (AWS: "Updating a solution").
     */
    @Override
    public List<Finding> upkeep(Revision<SolutionDetails> revision) {
      RemoteResource<SolutionDetails> live = revision.present();
      boolean mayBeAnother =
          live.details() == null
              ? !observed.isApplied()
              : !immutableDifferences(revision, live.details()).isEmpty()
                  || SolutionUpdate.wanted(spec).hasOtherEventsThan(live.details().inForce());
      return mayBeAnother ? training.report(live) : training.look(live);
    }

    @Override
    public Optional<Finding> beforeDelete(Revision<SolutionDetails> revision) {
      return training.stop();
    }

    @Override
    public SolutionStatus status(Report told) {
      LifecycleStatus common = told.common();
      if (observed.snapshot().confirmedAbsent()) {
        return report.gone(common);
      }
      return observed
          .live()
          .filter(live -> live.arn().equals(common.arn()) && training.snapshot().synced())
          .map(live -> report.status(common, live))
          .orElseGet(() -> report.unread(common));
    }

    @Override
    public List<Notice> news(CommonStatus next) {
      SolutionStatus before = observed.resource().getStatus();
      return before == null || !(next instanceof SolutionStatus solution)
          ? List.of()
          : new TrainingNews(before, solution).all();
    }
  }
}
