package io.personalizeoperator.dataset;

import io.personalizeoperator.account.LatestUpdate;
import org.jspecify.annotations.Nullable;

/**
 * What DescribeDataset returns besides the status.
 *
 * @param schemaArn the schema in force
 * @param requestedSchemaArn the schema of the last update; null before the first
 * @param update how the last update stands; null before the first
 */
record DatasetDetails(
    String schemaArn, @Nullable String requestedSchemaArn, @Nullable LatestUpdate update) {}
