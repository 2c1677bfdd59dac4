package io.personalizeoperator.datasetgroup;

/**
 * What DescribeDatasetGroup returns besides the status.
 *
 * @param domain the domain; null for a custom dataset group
 * @param roleArn role that can use the key; null without encryption of one's own
 * @param kmsKeyArn key that encrypts the datasets; null without
 */
record DatasetGroupDetails(String domain, String roleArn, String kmsKeyArn) {}
