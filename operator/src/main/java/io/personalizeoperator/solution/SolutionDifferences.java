package io.personalizeoperator.solution;

import io.personalizeoperator.api.solution.SolutionSpec;
import io.personalizeoperator.aws.Arn;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * In what a solution in AWS differs from the manifest that AWS cannot change: all that
 * CreateSolution takes and UpdateSolution does not. A difference makes trainings of another model
 * than the manifest describes. What AWS's answer leaves out counts as equal where it has no
 * default.
 *
 * @param spec the manifest
 * @param live the solution in AWS
 */
record SolutionDifferences(SolutionSpec spec, SolutionDetails live) {

  /**
   * Each difference in a few words, with the value that AWS has.
   *
   * @param group ARN of the dataset group that the manifest means
   * @param recipe ARN of the recipe that the manifest means; null with AutoML
   */
  List<String> to(String group, @Nullable String recipe) {
    List<String> all = new ArrayList<>();
    if (!group.equals(live.datasetGroupArn())) {
      all.add("dataset group " + live.datasetGroupArn());
    }
    addIfOther(all, "performAutoML", spec.performAutoML(), live.performAutoML());
    if (recipe != null && live.recipeArn() != null && !recipe.equals(live.recipeArn())) {
      all.add("recipe " + live.recipeArn());
    }
    if (!Objects.equals(spec.eventType(), live.eventType())) {
      all.add("eventType " + (live.eventType() == null ? "not set" : live.eventType()));
    }
    addIfOther(all, "performHPO", spec.performHPO(), live.performHPO());
    all.addAll(
        SolutionSettings.of(SolutionConfiguration.toAws(spec.config()))
            .differencesTo(
                SolutionSettings.of(live.config()), recipe == null ? "" : Arn.idOf(recipe)));
    if (!SolutionUpdate.wanted(spec).hasEvents() && live.inForce().hasEvents()) {
      // UpdateSolution can replace them, but has no way to remove them (AWS: UpdateSolution).
      all.add("eventsConfig, which AWS can replace but not remove");
    }
    return all;
  }

  /** Both switches are off by default (AWS: CreateSolution). */
  private static void addIfOther(
      List<String> all, String name, @Nullable Boolean wanted, @Nullable Boolean live) {
    if (live != null && live != Boolean.TRUE.equals(wanted)) {
      all.add(name + " " + live);
    }
  }
}
