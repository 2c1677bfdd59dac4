package io.personalizeoperator.simulator.world;

/**
 * The kinds of resources that an account creates in Amazon Personalize, with their names in the
 * API.
 *
 * <p>Source: the ARN forms and the output members of the Describe and List operations in the API
 * reference.
 */
public enum ResourceKind {
  SCHEMA("schema", "Schema", "schema", "schemas", null),
  DATASET_GROUP("dataset-group", "DatasetGroup", "datasetGroup", "datasetGroups", null),
  DATASET("dataset", "Dataset", "dataset", "datasets", "datasetGroupArn"),
  DATASET_IMPORT_JOB(
      "dataset-import-job",
      "DatasetImportJob",
      "datasetImportJob",
      "datasetImportJobs",
      "datasetArn"),
  DATASET_EXPORT_JOB(
      "dataset-export-job",
      "DatasetExportJob",
      "datasetExportJob",
      "datasetExportJobs",
      "datasetArn"),
  DATA_DELETION_JOB(
      "data-deletion-job",
      "DataDeletionJob",
      "dataDeletionJob",
      "dataDeletionJobs",
      "datasetGroupArn"),
  EVENT_TRACKER(
      "event-tracker", "EventTracker", "eventTracker", "eventTrackers", "datasetGroupArn"),
  SOLUTION("solution", "Solution", "solution", "solutions", "datasetGroupArn"),
  SOLUTION_VERSION(
      "solution", "SolutionVersion", "solutionVersion", "solutionVersions", "solutionArn"),
  CAMPAIGN("campaign", "Campaign", "campaign", "campaigns", "solutionArn"),
  // ListFilters is the one operation whose output member begins with a capital letter.
  FILTER("filter", "Filter", "filter", "Filters", "datasetGroupArn"),
  RECOMMENDER("recommender", "Recommender", "recommender", "recommenders", "datasetGroupArn"),
  BATCH_INFERENCE_JOB(
      "batch-inference-job",
      "BatchInferenceJob",
      "batchInferenceJob",
      "batchInferenceJobs",
      "solutionVersionArn"),
  BATCH_SEGMENT_JOB(
      "batch-segment-job",
      "BatchSegmentJob",
      "batchSegmentJob",
      "batchSegmentJobs",
      "solutionVersionArn"),
  METRIC_ATTRIBUTION(
      "metric-attribution",
      "MetricAttribution",
      "metricAttribution",
      "metricAttributions",
      "datasetGroupArn");

  private final String arnType;
  private final String operationName;
  private final String describeMember;
  private final String listMember;
  private final String parentMember;

  ResourceKind(
      String arnType,
      String operationName,
      String describeMember,
      String listMember,
      String parentMember) {
    this.arnType = arnType;
    this.operationName = operationName;
    this.describeMember = describeMember;
    this.listMember = listMember;
    this.parentMember = parentMember;
  }

  /** The type in an ARN, such as {@code dataset-group}. */
  public String arnType() {
    return arnType;
  }

  /** The name in operations, such as {@code DatasetGroup} in DescribeDatasetGroup. */
  public String operationName() {
    return operationName;
  }

  /** The output member of the Describe operation. */
  public String describeMember() {
    return describeMember;
  }

  /** The output member of the List operation. */
  public String listMember() {
    return listMember;
  }

  /** The input member by which the List operation filters, or null when it does not filter. */
  public String parentMember() {
    return parentMember;
  }

  /** The member that holds the resource's own ARN, such as {@code campaignArn}. */
  public String arnMember() {
    return describeMember + "Arn";
  }

  /** The member that holds the name: {@code jobName} for jobs. */
  public String nameMember() {
    return operationName.endsWith("Job") ? "jobName" : "name";
  }

  /** The member that describes the latest update, such as {@code latestCampaignUpdate}. */
  public String updateMember() {
    return "latest" + operationName + "Update";
  }

  /**
   * Whether the List operation returns the newest resource first. ListDataDeletionJobs alone
   * documents an order: by creation time, the most recent first (API reference).
   */
  public boolean newestFirst() {
    return this == DATA_DELETION_JOB;
  }

  /** Whether the Create operation takes tags. Schemas and metric attributions have none. */
  public boolean taggable() {
    return this != SCHEMA && this != METRIC_ATTRIBUTION;
  }

  /** The kind in words, for messages: {@code dataset group}. */
  public String words() {
    return this == SOLUTION_VERSION ? "solution version" : arnType.replace('-', ' ');
  }
}
