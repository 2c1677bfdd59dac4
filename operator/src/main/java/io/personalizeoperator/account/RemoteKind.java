package io.personalizeoperator.account;

import io.personalizeoperator.aws.AwsConnection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.personalize.PersonalizeClient;

/**
 * One kind of resource as AWS lists and describes it. The calls throw the SDK's exceptions; {@link
 * AwsConnection#call} turns them into failures.
 *
 * @param <D> the details that Describe answers
 */
public interface RemoteKind<D> {
  /**
   * What AWS says of one resource.
   *
   * @param summary what lists and Describe say alike
   * @param details what Describe says; null in an answer without
   */
  record Described<D>(Summary summary, @Nullable D details) {}

  /**
   * A page of a list.
   *
   * @param items the resources; with details for the kinds whose lists give all
   * @param nextToken for the next page; null on the last
   */
  record Page<D>(List<Described<D>> items, @Nullable String nextToken) {
    /** A page of a list that gives no details. */
    public static <D> Page<D> of(List<Summary> summaries, @Nullable String nextToken) {
      return new Page<>(
          summaries.stream().map(summary -> new Described<D>(summary, null)).toList(), nextToken);
    }
  }

  /** The type in the ARN, such as {@code dataset-group}. */
  String type();

  /** Lists 100 resources of the account, or the next 100. */
  Page<D> list(PersonalizeClient client, @Nullable String nextToken);

  /**
   * Lists 100 resources of one parent, or the next 100; for kinds of which a parent can have very
   * many, as AWS never deletes them.
   *
   * @param parentArn such as a solution's for its versions
   * @throws UnsupportedOperationException if the kind has no such list
   */
  default Page<D> listOf(PersonalizeClient client, String parentArn, @Nullable String nextToken) {
    throw new UnsupportedOperationException(type() + " is listed for the whole account only");
  }

  /** Describes one. */
  Described<D> describe(PersonalizeClient client, String arn);

  /**
   * Describes one with what takes a further call, such as the offline metrics of a solution
   * version.
   */
  default Described<D> describeMore(PersonalizeClient client, String arn) {
    return describe(client, arn);
  }

  /** Whether AWS is at work on it though its status is ACTIVE: an update is under way. */
  default boolean isBeingUpdated(D details) {
    return false;
  }

  /** The status right after a creation. */
  default String statusWhenCreated() {
    return "CREATE PENDING";
  }

  /**
   * The group of a resource, which watchers ask for: the resource itself, or its parent for
   * solution versions and jobs.
   *
   * @param resource the resource part of an ARN
   */
  default String groupOf(String resource) {
    return resource;
  }
}
