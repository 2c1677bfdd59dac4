package io.personalizeoperator.solution;

import io.personalizeoperator.aws.Summary;
import io.personalizeoperator.aws.Transition;
import io.personalizeoperator.lifecycle.KindCalls;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.personalize.model.CreateSolutionRequest;
import software.amazon.awssdk.services.personalize.model.CreateSolutionVersionRequest;
import software.amazon.awssdk.services.personalize.model.DeleteSolutionRequest;
import software.amazon.awssdk.services.personalize.model.PersonalizeRequest;
import software.amazon.awssdk.services.personalize.model.Solution;
import software.amazon.awssdk.services.personalize.model.StopSolutionVersionCreationRequest;
import software.amazon.awssdk.services.personalize.model.UpdateSolutionRequest;

/** The calls about solutions, and those that start and stop trainings. */
final class SolutionCalls implements KindCalls<Solution> {
  @Override
  public String type() {
    return "solution";
  }

  @Override
  public Page<Solution> list(PersonalizeClient client, String nextToken) {
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
  public Described<Solution> describe(PersonalizeClient client, String arn) {
    Solution s = client.describeSolution(r -> r.solutionArn(arn)).solution();
    return new Described<>(
        new Summary(
            s.solutionArn(), s.status(), s.creationDateTime(), s.lastUpdatedDateTime(), null),
        s);
  }

  @Override
  public boolean isBeingUpdated(Solution details) {
    return details.latestSolutionUpdate() != null
        && Transition.isUnderWay(details.latestSolutionUpdate().status());
  }

  @Override
  public String send(PersonalizeClient client, PersonalizeRequest request) {
    return switch (request) {
      case CreateSolutionRequest create -> client.createSolution(create).solutionArn();
      case UpdateSolutionRequest update -> client.updateSolution(update).solutionArn();
      case DeleteSolutionRequest delete -> {
        client.deleteSolution(delete);
        yield null;
      }
      case CreateSolutionVersionRequest train ->
          client.createSolutionVersion(train).solutionVersionArn();
      case StopSolutionVersionCreationRequest stop -> {
        client.stopSolutionVersionCreation(stop);
        yield null;
      }
      default -> throw KindCalls.unknown(request);
    };
  }

  @Override
  public Solution afterwards(PersonalizeRequest request, String arn, Solution before) {
    return switch (request) {
      case CreateSolutionRequest create ->
          Solution.builder()
              .name(create.name())
              .solutionArn(arn)
              .datasetGroupArn(create.datasetGroupArn())
              .recipeArn(create.recipeArn())
              .eventType(create.eventType())
              .performHPO(create.performHPO())
              .performAutoML(create.performAutoML())
              .performAutoTraining(create.performAutoTraining())
              .performIncrementalUpdate(create.performIncrementalUpdate())
              .solutionConfig(create.solutionConfig())
              .build();
      case UpdateSolutionRequest update ->
          before.toBuilder()
              .latestSolutionUpdate(
                  u ->
                      u.performAutoTraining(update.performAutoTraining())
                          .performIncrementalUpdate(update.performIncrementalUpdate())
                          .solutionUpdateConfig(update.solutionUpdateConfig())
                          .status("CREATE PENDING"))
              .build();
      default -> before;
    };
  }
}
