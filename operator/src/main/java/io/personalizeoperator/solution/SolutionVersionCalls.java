package io.personalizeoperator.solution;

import io.personalizeoperator.account.RemoteKind;
import io.personalizeoperator.account.Summary;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.personalize.model.ListSolutionVersionsResponse;
import software.amazon.awssdk.services.personalize.model.SolutionVersion;

/** The versions of all solutions, as ListSolutionVersions and DescribeSolutionVersion give them. */
final class SolutionVersionCalls implements RemoteKind<SolutionVersionDetails> {
  /** The one instance: a key of the account view. */
  static final SolutionVersionCalls KIND = new SolutionVersionCalls();

  private SolutionVersionCalls() {}

  @Override
  public String type() {
    return "solution version";
  }

  /** {@code solution/<name>/<id>} belongs to {@code solution/<name>}. */
  @Override
  public String groupOf(String resource) {
    return resource.substring(0, resource.lastIndexOf('/'));
  }

  @Override
  public Page<SolutionVersionDetails> list(PersonalizeClient client, @Nullable String nextToken) {
    return page(client.listSolutionVersions(r -> r.nextToken(nextToken).maxResults(100)));
  }

  @Override
  public Page<SolutionVersionDetails> listOf(
      PersonalizeClient client, String solutionArn, @Nullable String nextToken) {
    return page(
        client.listSolutionVersions(
            r -> r.solutionArn(solutionArn).nextToken(nextToken).maxResults(100)));
  }

  private static Page<SolutionVersionDetails> page(ListSolutionVersionsResponse answer) {
    return Page.of(
        answer.solutionVersions().stream()
            .map(
                v ->
                    new Summary(
                        v.solutionVersionArn(),
                        v.status(),
                        v.creationDateTime(),
                        v.lastUpdatedDateTime(),
                        v.failureReason()))
            .toList(),
        answer.nextToken());
  }

  @Override
  public Described<SolutionVersionDetails> describe(PersonalizeClient client, String arn) {
    SolutionVersion v =
        client.describeSolutionVersion(r -> r.solutionVersionArn(arn)).solutionVersion();
    return new Described<>(
        new Summary(
            v.solutionVersionArn(),
            v.status(),
            v.creationDateTime(),
            v.lastUpdatedDateTime(),
            v.failureReason()),
        SolutionVersionDetails.of(v));
  }

  /** With the offline metrics, which AWS has once a version is ACTIVE. */
  @Override
  public Described<SolutionVersionDetails> describeMore(PersonalizeClient client, String arn) {
    Described<SolutionVersionDetails> described = describe(client, arn);
    SolutionVersionDetails details = described.details();
    boolean isActive = described.summary().status().equals("ACTIVE");
    return details == null || !isActive
        ? described
        : new Described<>(
            described.summary(),
            details.withMetrics(
                client.getSolutionMetrics(r -> r.solutionVersionArn(arn)).metrics()));
  }
}
