package io.personalizeoperator.solution;

import io.personalizeoperator.account.RemoteKind;
import io.personalizeoperator.account.Summary;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.personalize.model.ListSolutionVersionsResponse;
import software.amazon.awssdk.services.personalize.model.SolutionVersion;
import software.amazon.awssdk.services.personalize.model.SolutionVersionSummary;

/** The versions of all solutions, as ListSolutionVersions and DescribeSolutionVersion give them. */
final class SolutionVersionCalls implements RemoteKind<SolutionVersionSummary> {
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
  public Page<SolutionVersionSummary> list(PersonalizeClient client, @Nullable String nextToken) {
    return page(client.listSolutionVersions(r -> r.nextToken(nextToken).maxResults(100)));
  }

  @Override
  public Page<SolutionVersionSummary> listOf(
      PersonalizeClient client, String solutionArn, @Nullable String nextToken) {
    return page(
        client.listSolutionVersions(
            r -> r.solutionArn(solutionArn).nextToken(nextToken).maxResults(100)));
  }

  private static Page<SolutionVersionSummary> page(ListSolutionVersionsResponse answer) {
    return new Page<>(
        answer.solutionVersions().stream()
            .map(version -> new Described<>(summary(version), version))
            .toList(),
        answer.nextToken());
  }

  @Override
  public Described<SolutionVersionSummary> describe(PersonalizeClient client, String arn) {
    SolutionVersion v =
        client.describeSolutionVersion(r -> r.solutionVersionArn(arn)).solutionVersion();
    SolutionVersionSummary version =
        SolutionVersionSummary.builder()
            .solutionVersionArn(v.solutionVersionArn())
            .status(v.status())
            .trainingMode(v.trainingMode())
            .trainingType(v.trainingType())
            .creationDateTime(v.creationDateTime())
            .lastUpdatedDateTime(v.lastUpdatedDateTime())
            .failureReason(v.failureReason())
            .build();
    return new Described<>(summary(version), version);
  }

  private static Summary summary(SolutionVersionSummary version) {
    return new Summary(
        version.solutionVersionArn(),
        version.status(),
        version.creationDateTime(),
        version.lastUpdatedDateTime(),
        version.failureReason());
  }
}
