package io.personalizeoperator.reconcile;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.personalize.model.CreateCampaignRequest;
import software.amazon.awssdk.services.personalize.model.CreateDatasetGroupRequest;
import software.amazon.awssdk.services.personalize.model.CreateDatasetImportJobRequest;
import software.amazon.awssdk.services.personalize.model.CreateDatasetRequest;
import software.amazon.awssdk.services.personalize.model.CreateFilterRequest;
import software.amazon.awssdk.services.personalize.model.CreateSchemaRequest;
import software.amazon.awssdk.services.personalize.model.CreateSolutionRequest;
import software.amazon.awssdk.services.personalize.model.CreateSolutionVersionRequest;
import software.amazon.awssdk.services.personalize.model.DeleteCampaignRequest;
import software.amazon.awssdk.services.personalize.model.DeleteDatasetGroupRequest;
import software.amazon.awssdk.services.personalize.model.DeleteDatasetRequest;
import software.amazon.awssdk.services.personalize.model.DeleteFilterRequest;
import software.amazon.awssdk.services.personalize.model.DeleteSchemaRequest;
import software.amazon.awssdk.services.personalize.model.DeleteSolutionRequest;
import software.amazon.awssdk.services.personalize.model.PersonalizeRequest;
import software.amazon.awssdk.services.personalize.model.StopSolutionVersionCreationRequest;
import software.amazon.awssdk.services.personalize.model.UpdateCampaignRequest;
import software.amazon.awssdk.services.personalize.model.UpdateDatasetRequest;
import software.amazon.awssdk.services.personalize.model.UpdateSolutionRequest;

/** Sends the requests that deciders make: each type of request is one operation of AWS's. */
final class Requests {
  private Requests() {}

  /**
   * Sends a request.
   *
   * @return the ARN in the answer; null for answers without one
   * @throws IllegalArgumentException for a request that no kind makes
   */
  static @Nullable String send(PersonalizeClient client, PersonalizeRequest request) {
    return switch (request) {
      case CreateDatasetGroupRequest r -> client.createDatasetGroup(r).datasetGroupArn();
      case CreateSchemaRequest r -> client.createSchema(r).schemaArn();
      case CreateDatasetRequest r -> client.createDataset(r).datasetArn();
      case CreateDatasetImportJobRequest r ->
          client.createDatasetImportJob(r).datasetImportJobArn();
      case CreateSolutionRequest r -> client.createSolution(r).solutionArn();
      case CreateSolutionVersionRequest r -> client.createSolutionVersion(r).solutionVersionArn();
      case CreateCampaignRequest r -> client.createCampaign(r).campaignArn();
      case CreateFilterRequest r -> client.createFilter(r).filterArn();
      case UpdateDatasetRequest r -> client.updateDataset(r).datasetArn();
      case UpdateSolutionRequest r -> client.updateSolution(r).solutionArn();
      case UpdateCampaignRequest r -> client.updateCampaign(r).campaignArn();
      default -> {
        end(client, request);
        yield null;
      }
    };
  }

  private static void end(PersonalizeClient client, PersonalizeRequest request) {
    switch (request) {
      case DeleteDatasetGroupRequest r -> client.deleteDatasetGroup(r);
      case DeleteSchemaRequest r -> client.deleteSchema(r);
      case DeleteDatasetRequest r -> client.deleteDataset(r);
      case DeleteSolutionRequest r -> client.deleteSolution(r);
      case DeleteCampaignRequest r -> client.deleteCampaign(r);
      case DeleteFilterRequest r -> client.deleteFilter(r);
      case StopSolutionVersionCreationRequest r -> client.stopSolutionVersionCreation(r);
      default -> throw new IllegalArgumentException("No call of any kind: " + request.getClass());
    }
  }
}
