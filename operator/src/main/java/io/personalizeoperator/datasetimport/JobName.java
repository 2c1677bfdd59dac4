package io.personalizeoperator.datasetimport;

import io.personalizeoperator.api.Limits;
import io.personalizeoperator.decision.ContentHash;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Name of an import job: {@code <name>-g<generation>-<content>-<origin>}, such as {@code
 * movies-items-g1-03f1c039a4d27b55-9c41d2}. It is a function of the manifest, so that a lost reply
 * or a crash meets the job that was started. The content tells what was imported, whichever
 * resource it was for; the origin keeps a resource that is created again, or a dataset that is,
 * from meeting the jobs of the one before.
 *
 * @param base name of the import in AWS, shortened to leave room
 * @param generation generation of the spec
 * @param content what is imported, from where and how: see {@link ImportContent}
 * @param origin of which custom resource and which dataset, 24 bits of SHA-256; empty in a name
 *     that an earlier version of the operator gave, whose content is 32 bits of another hash
 */
record JobName(String base, long generation, String content, String origin) {
  private static final String TYPE = "dataset-import-job/";
  private static final int ORIGIN = 6;
  private static final Pattern FORM =
      Pattern.compile("(.+)-g(\\d{1,18})-([0-9a-f]{16})-([0-9a-f]{" + ORIGIN + "})");
  private static final Pattern FORMER = Pattern.compile("(.+)-g(\\d{1,18})-([0-9a-f]{8})");
  private static final int ROOM = Limits.NAME_LENGTH - "-g1234567-0123456789abcdef-012345".length();

  /**
   * The name of a job.
   *
   * @param uid of the custom resource
   * @param datasetCreated when AWS made the dataset; empty where that is not known
   */
  static JobName of(
      String awsName, long generation, String content, String uid, String datasetCreated) {
    String origin = ContentHash.of(uid + " " + datasetCreated).substring(0, ORIGIN);
    return new JobName(shortened(awsName), generation, content, origin);
  }

  /** The group of the account view: what all jobs of one name have in common. */
  static String groupOf(String awsName) {
    return TYPE + shortened(awsName);
  }

  /** The group of a job's resource part; the job itself when the name is not of this form. */
  static String baseOf(String resource) {
    String name = resource.substring(resource.indexOf('/') + 1);
    return parse(name).map(job -> TYPE + shortened(job.base)).orElse(resource);
  }

  static Optional<JobName> parse(String name) {
    Matcher matcher = FORM.matcher(name);
    if (matcher.matches()) {
      return Optional.of(
          new JobName(
              matcher.group(1),
              Long.parseLong(matcher.group(2)),
              matcher.group(3),
              matcher.group(4)));
    }
    Matcher former = FORMER.matcher(name);
    return former.matches()
        ? Optional.of(
            new JobName(former.group(1), Long.parseLong(former.group(2)), former.group(3), ""))
        : Optional.empty();
  }

  /** Whether it is a name of the former form. */
  boolean isFormer() {
    return origin.isEmpty();
  }

  private static String shortened(String name) {
    return name.length() <= ROOM ? name : name.substring(0, ROOM);
  }

  @Override
  public String toString() {
    return base + "-g" + generation + "-" + content + (isFormer() ? "" : "-" + origin);
  }
}
