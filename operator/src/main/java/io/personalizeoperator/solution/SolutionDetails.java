package io.personalizeoperator.solution;

import io.personalizeoperator.account.LatestUpdate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.personalize.model.SolutionConfig;

/**
 * What DescribeSolution returns besides the status.
 *
 * @param datasetGroupArn its dataset group
 * @param recipeArn its recipe; null with AutoML
 * @param eventType the only events used in training; null for all
 * @param performHPO whether trainings look for hyperparameters; null when AWS does not say
 * @param performAutoML whether AWS picks the recipe; null when AWS does not say
 * @param config what it was made with; null when AWS does not say
 * @param inForce what UpdateSolution can change, as it is in force
 * @param requested what the last update asked for, with what was in force where it left something
 *     as it is; null before the first
 * @param update how the last update stands; null before the first
 */
record SolutionDetails(
    String datasetGroupArn,
    @Nullable String recipeArn,
    @Nullable String eventType,
    @Nullable Boolean performHPO,
    @Nullable Boolean performAutoML,
    @Nullable SolutionConfig config,
    SolutionUpdate inForce,
    @Nullable SolutionUpdate requested,
    @Nullable LatestUpdate update) {
  SolutionDetails {
    requested = requested == null ? null : requested.or(inForce);
  }
}
