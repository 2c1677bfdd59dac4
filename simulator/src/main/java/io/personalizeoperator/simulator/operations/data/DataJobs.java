package io.personalizeoperator.simulator.operations.data;

import io.personalizeoperator.simulator.ServiceException;
import io.personalizeoperator.simulator.datasets.DatasetStore;
import io.personalizeoperator.simulator.datasets.UserDeletion;
import io.personalizeoperator.simulator.operations.Call;
import io.personalizeoperator.simulator.operations.Creation;
import io.personalizeoperator.simulator.operations.Family;
import io.personalizeoperator.simulator.operations.Members;
import io.personalizeoperator.simulator.operations.OperationTable;
import io.personalizeoperator.simulator.world.Durations;
import io.personalizeoperator.simulator.world.Lifecycle;
import io.personalizeoperator.simulator.world.Resource;
import io.personalizeoperator.simulator.world.ResourceKind;
import io.personalizeoperator.simulator.world.World;
import java.util.List;
import java.util.Map;

/** Dataset export jobs and data deletion jobs: create, describe, list. */
public final class DataJobs implements Family {
  private final UserDeletion deletion;
  private final DatasetStore store;

  public DataJobs(UserDeletion deletion, DatasetStore store) {
    this.deletion = deletion;
    this.store = store;
  }

  @Override
  public void register(OperationTable table) {
    table.add("CreateDatasetExportJob", DataJobs::export);
    table.addReads(ResourceKind.DATASET_EXPORT_JOB);
    table.addLife(ResourceKind.DATASET_EXPORT_JOB, new Export());
    table.add("CreateDataDeletionJob", DataJobs::delete);
    table.addReads(ResourceKind.DATA_DELETION_JOB);
    table.addLife(ResourceKind.DATA_DELETION_JOB, new UsersGone());
  }

  private static Map<String, Object> export(Call call) {
    Resource dataset = call.target(ResourceKind.DATASET);
    Creation creation = Creation.named(call, ResourceKind.DATASET_EXPORT_JOB, call.text("jobName"));
    Creation.active(dataset);
    Map<String, Object> members =
        Members.of(call, "datasetArn", "roleArn", "jobOutput")
            // The API reference: the default value is PUT.
            .and("ingestionMode", call.input().getOrDefault("ingestionMode", "PUT"))
            .map();
    return creation.begin(call.text("jobName"), dataset.arn(), Durations.EXPORT, members);
  }

  private static Map<String, Object> delete(Call call) {
    Resource group = DatasetGroups.of(call);
    Creation creation = Creation.named(call, ResourceKind.DATA_DELETION_JOB, call.text("jobName"));
    Creation.active(group);
    if (!(call.object("dataSource").get("dataLocation") instanceof String location)
        || !location.startsWith("s3://")) {
      throw ServiceException.invalidInput(
          "Invalid Data location: a deletion reads from s3://<bucket>/<path>.");
    }
    return creation.begin(
        call.text("jobName"),
        group.arn(),
        Durations.DATA_DELETION,
        Members.of(call, "datasetGroupArn", "dataSource", "roleArn").map());
  }

  /** An export writes no files; only its status changes. */
  private static final class Export implements Lifecycle {
    @Override
    @SuppressWarnings("unchecked")
    public String creationProblem(World world, Resource job) {
      Map<String, Object> destination =
          (Map<String, Object>) job.object("jobOutput").get("s3DataDestination");
      String path = (String) destination.get("path");
      return path.contains("/missing") ? "Path does not exist: " + path : null;
    }
  }

  private final class UsersGone implements Lifecycle {
    private static final String DELETED = "numDeleted";

    private static String location(Resource job) {
      return (String) job.object("dataSource").get("dataLocation");
    }

    @Override
    public String creationProblem(World world, Resource job) {
      return deletion.problem(location(job));
    }

    @Override
    public Resource made(World world, Resource job) {
      List<String> datasets =
          world.children(ResourceKind.DATASET, job.parent()).stream().map(Resource::arn).toList();
      return job.with(DELETED, deletion.run(location(job), datasets, store, world.now()));
    }
  }
}
