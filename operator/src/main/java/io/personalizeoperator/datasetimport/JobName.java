package io.personalizeoperator.datasetimport;

import io.personalizeoperator.api.Limits;
import io.personalizeoperator.api.datasetimport.DatasetImportSpec;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Name of an import job: {@code <name>-g<generation>-<hash of what is imported>}. It is a function
 * of the spec, so that a lost reply or a crash meets the job that was started; the hash keeps edits
 * that do not concern the import, such as tags, from importing again.
 *
 * @param base name of the import in AWS, shortened to leave room
 * @param generation generation of the spec
 * @param hash of what is imported, from where and how
 */
record JobName(String base, long generation, String hash) {
  private static final Pattern FORM = Pattern.compile("(.+)-g(\\d{1,18})-([0-9a-f]{8})");
  private static final int ROOM = Limits.NAME_LENGTH - "-g1234567-12345678".length();

  /**
   * The name of a job.
   *
   * @param dataset identifies the dataset, also against an earlier one of the same ARN
   */
  static JobName of(String awsName, long generation, DatasetImportSpec spec, String dataset) {
    int hash =
        java.util.Objects.hash(
            dataset,
            spec.dataLocation(),
            spec.roleArn(),
            String.valueOf(spec.importMode()),
            spec.publishAttributionMetricsToS3(),
            spec.run());
    return new JobName(shortened(awsName), generation, "%08x".formatted(hash));
  }

  /** The group of the account view: what all jobs of one name have in common. */
  static String groupOf(String awsName) {
    return "dataset-import-job/" + shortened(awsName);
  }

  /** The group of a job's resource part; the job itself when the name is not of this form. */
  static String baseOf(String resource) {
    Matcher matcher = FORM.matcher(resource);
    return matcher.matches() ? matcher.group(1) : resource;
  }

  static Optional<JobName> parse(String name) {
    Matcher matcher = FORM.matcher(name);
    return matcher.matches()
        ? Optional.of(
            new JobName(matcher.group(1), Long.parseLong(matcher.group(2)), matcher.group(3)))
        : Optional.empty();
  }

  private static String shortened(String name) {
    return name.length() <= ROOM ? name : name.substring(0, ROOM);
  }

  @Override
  public String toString() {
    return base + "-g" + generation + "-" + hash;
  }
}
