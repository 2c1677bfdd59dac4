package io.personalizeoperator.solution;

import io.personalizeoperator.account.LatestUpdate;
import org.jspecify.annotations.Nullable;

/**
 * What DescribeSolution returns besides the status.
 *
 * @param datasetGroupArn its dataset group
 * @param recipeArn its recipe; null with AutoML
 * @param eventType the only events used in training; null for all
 * @param performHPO whether trainings look for hyperparameters; null when AWS does not say
 * @param inForce what UpdateSolution can change, as it is in force
 * @param requested what the last update asked for; null before the first
 * @param update how the last update stands; null before the first
 */
record SolutionDetails(
    String datasetGroupArn,
    @Nullable String recipeArn,
    @Nullable String eventType,
    @Nullable Boolean performHPO,
    SolutionUpdate inForce,
    @Nullable SolutionUpdate requested,
    @Nullable LatestUpdate update) {}
