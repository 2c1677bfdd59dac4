package io.personalizeoperator.dataset;

import io.personalizeoperator.account.LatestUpdate;

/**
 * What DescribeDataset returns besides the status.
 *
 * @param schemaArn the schema in force
 * @param requestedSchemaArn the schema of the last update; null before the first
 * @param update how the last update stands; null before the first
 */
record DatasetDetails(String schemaArn, String requestedSchemaArn, LatestUpdate update) {}
