package io.personalizeoperator.datasetimport;

import io.personalizeoperator.api.datasetimport.DatasetImportSpec;
import io.personalizeoperator.api.datasetimport.ImportMode;
import io.personalizeoperator.decision.ContentHash;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an import imports, from where and how. Two manifests that say the same in different ways (a
 * reference or an ARN, a default that is written out or not) have the same content; edits that do
 * not concern the import, such as tags, leave it as it is.
 *
 * @param hash 64 bits of SHA-256: that one of a million contents is taken for another has a chance
 *     of less than one in 10 million
 * @param former the hashes by which the job of this content is known if an earlier version of the
 *     operator has started it
 */
record ImportContent(String hash, Set<String> former) {

  /**
   * The content of a manifest.
   *
   * @param awsName name of the import in AWS, of which a job's name may hold the beginning only
   * @param dataset ARN of the dataset, however the manifest refers to it
   * @param datasetCreated when AWS made the dataset, as a status has it; empty where not known
   */
  static ImportContent of(
      String awsName, DatasetImportSpec spec, String dataset, String datasetCreated) {
    ImportMode mode = spec.importMode() == null ? ImportMode.FULL : spec.importMode();
    boolean publishes = Boolean.TRUE.equals(spec.publishAttributionMetricsToS3());
    return new ImportContent(
        hash(
            List.of(
                Optional.of(awsName),
                Optional.of(dataset),
                Optional.of(spec.dataLocation()),
                Optional.ofNullable(spec.roleArn()),
                Optional.of(mode.name()),
                Optional.of(String.valueOf(publishes)),
                Optional.ofNullable(spec.run()))),
        Set.copyOf(List.of(former(spec, dataset), former(spec, dataset + " " + datasetCreated))));
  }

  /** With the length before each part, so that no two lists of parts are the same text. */
  private static String hash(List<Optional<String>> parts) {
    return ContentHash.of(
        parts.stream()
            .map(part -> part.map(text -> text.length() + ":" + text).orElse("-"))
            .collect(Collectors.joining()));
  }

  /** As job names had it before: 32 bits, the same for s3://b/Aa and s3://b/BB. */
  private static String former(DatasetImportSpec spec, String dataset) {
    int hash =
        Objects.hash(
            dataset,
            spec.dataLocation(),
            spec.roleArn(),
            String.valueOf(spec.importMode()),
            spec.publishAttributionMetricsToS3(),
            spec.run());
    return "%08x".formatted(hash);
  }

  /** Whether a job of that name has imported this, as far as its name tells. */
  boolean isOf(JobName job) {
    return job.isFormer() ? former.contains(job.content()) : job.content().equals(hash);
  }
}
