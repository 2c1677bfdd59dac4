package io.personalizeoperator.simulator.world;

import java.util.Arrays;
import java.util.Optional;

/**
 * The quotas of Amazon Personalize (developer guide, "Endpoints and quotas"), each with its
 * default.
 */
public enum Quota {
  DATASET_GROUPS("datasetGroups", 5),
  SCHEMAS("schemas", 500),
  SOLUTIONS("solutionsPerDatasetGroup", 10),
  CAMPAIGNS("campaignsPerDatasetGroup", 5),
  FILTERS("filtersPerDatasetGroup", 30),
  RECOMMENDERS("recommendersPerDatasetGroup", 5),
  IMPORT_JOBS("importJobsInProgress", 5),
  TRAININGS("trainingsInProgress", 20),
  BATCH_INFERENCE_JOBS("batchInferenceJobsInProgress", 5),
  BATCH_SEGMENT_JOBS("batchSegmentJobsInProgress", 5);

  private final String key;
  private final int initial;

  Quota(String key, int initial) {
    this.key = key;
    this.initial = initial;
  }

  /** The name in the control API. */
  public String key() {
    return key;
  }

  /** The default limit. */
  public int initial() {
    return initial;
  }

  /** The constant with that name in the control API. */
  public static Optional<Quota> of(String key) {
    return Arrays.stream(values()).filter(quota -> quota.key.equals(key)).findFirst();
  }
}
