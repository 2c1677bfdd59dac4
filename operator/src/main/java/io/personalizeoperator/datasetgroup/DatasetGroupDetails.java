package io.personalizeoperator.datasetgroup;

import org.jspecify.annotations.Nullable;

/**
 * What DescribeDatasetGroup returns besides the status.
 *
 * @param domain the domain; null for a custom dataset group
 * @param roleArn role that can use the key; null without encryption of one's own
 * @param kmsKeyArn key that encrypts the datasets; null without
 */
record DatasetGroupDetails(
    @Nullable String domain, @Nullable String roleArn, @Nullable String kmsKeyArn) {}
