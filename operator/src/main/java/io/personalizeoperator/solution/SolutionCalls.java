package io.personalizeoperator.solution;

import io.personalizeoperator.account.LatestUpdate;
import io.personalizeoperator.account.Summary;
import io.personalizeoperator.reconcile.KindCalls;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.personalize.model.CreateSolutionRequest;
import software.amazon.awssdk.services.personalize.model.PersonalizeRequest;
import software.amazon.awssdk.services.personalize.model.Solution;
import software.amazon.awssdk.services.personalize.model.UpdateSolutionRequest;

/** The calls about solutions, and those that start and stop trainings. */
final class SolutionCalls implements KindCalls<SolutionDetails> {
  @Override
  public String type() {
    return "solution";
  }

  @Override
  public Page<SolutionDetails> list(PersonalizeClient client, @Nullable String nextToken) {
    var answer = client.listSolutions(r -> r.nextToken(nextToken).maxResults(100));
    return Page.of(
        answer.solutions().stream()
            .map(
                s ->
                    new Summary(
                        s.solutionArn(),
                        s.status(),
                        s.creationDateTime(),
                        s.lastUpdatedDateTime(),
                        null))
            .toList(),
        answer.nextToken());
  }

  @Override
  public Described<SolutionDetails> describe(PersonalizeClient client, String arn) {
    Solution s = client.describeSolution(r -> r.solutionArn(arn)).solution();
    Summary summary =
        new Summary(
            s.solutionArn(), s.status(), s.creationDateTime(), s.lastUpdatedDateTime(), null);
    return new Described<>(summary, details(s, summary));
  }

  private static SolutionDetails details(Solution solution, Summary summary) {
    var update = solution.latestSolutionUpdate();
    return new SolutionDetails(
        solution.datasetGroupArn(),
        solution.recipeArn(),
        solution.eventType(),
        solution.performHPO(),
        solution.performAutoML(),
        solution.solutionConfig(),
        SolutionUpdate.inForce(solution),
        update == null ? null : SolutionUpdate.requested(update),
        update == null
            ? null
            : LatestUpdate.described(
                summary,
                update.status(),
                update.failureReason(),
                update.creationDateTime(),
                update.lastUpdatedDateTime()));
  }

  @Override
  public boolean isBeingUpdated(SolutionDetails details) {
    return details.update() != null && details.update().isUnderWay();
  }

  @Override
  public @Nullable SolutionDetails detailsAfter(
      PersonalizeRequest request, String arn, @Nullable SolutionDetails before) {
    return switch (request) {
      case CreateSolutionRequest create ->
          new SolutionDetails(
              create.datasetGroupArn(),
              create.recipeArn(),
              create.eventType(),
              create.performHPO(),
              create.performAutoML(),
              create.solutionConfig(),
              SolutionUpdate.of(create),
              null,
              null);
      case UpdateSolutionRequest update ->
          new SolutionDetails(
              Objects.requireNonNull(before).datasetGroupArn(),
              before.recipeArn(),
              before.eventType(),
              before.performHPO(),
              before.performAutoML(),
              before.config(),
              before.inForce(),
              SolutionUpdate.of(update),
              LatestUpdate.sent());
      default -> before;
    };
  }
}
