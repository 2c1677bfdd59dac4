package io.personalizeoperator.simulator.operations.data;

import io.personalizeoperator.simulator.ServiceException;
import io.personalizeoperator.simulator.datasets.BulkImport;
import io.personalizeoperator.simulator.datasets.RecordChange;
import io.personalizeoperator.simulator.datasets.SchemaDocument;
import io.personalizeoperator.simulator.operations.Call;
import io.personalizeoperator.simulator.operations.Creation;
import io.personalizeoperator.simulator.operations.Family;
import io.personalizeoperator.simulator.operations.Members;
import io.personalizeoperator.simulator.operations.OperationTable;
import io.personalizeoperator.simulator.world.Durations;
import io.personalizeoperator.simulator.world.Lifecycle;
import io.personalizeoperator.simulator.world.Quota;
import io.personalizeoperator.simulator.world.Resource;
import io.personalizeoperator.simulator.world.ResourceKind;
import io.personalizeoperator.simulator.world.Status;
import io.personalizeoperator.simulator.world.World;
import java.util.Map;

/** CreateDatasetImportJob, DescribeDatasetImportJob, ListDatasetImportJobs. */
public final class ImportJobs implements Family, Lifecycle {
  private static final String INCREMENTAL = "INCREMENTAL";
  private final BulkImport imports;

  public ImportJobs(BulkImport imports) {
    this.imports = imports;
  }

  @Override
  public void register(OperationTable table) {
    table.add("CreateDatasetImportJob", ImportJobs::create);
    table.addReads(ResourceKind.DATASET_IMPORT_JOB);
    table.addLife(ResourceKind.DATASET_IMPORT_JOB, this);
  }

  private static Map<String, Object> create(Call call) {
    Resource dataset = call.target(ResourceKind.DATASET);
    Creation creation = Creation.named(call, ResourceKind.DATASET_IMPORT_JOB, call.text("jobName"));
    Creation.active(dataset);
    String location = (String) call.object("dataSource").get("dataLocation");
    if (location == null || !location.startsWith("s3://")) {
      throw ServiceException.invalidInput(
          "Invalid Data location: an import reads from s3://<bucket>/<path>.");
    }
    String mode = call.input().getOrDefault("importMode", "FULL").toString();
    if (mode.equals(INCREMENTAL) && !imported(call, dataset)) {
      throw ServiceException.invalidInput(
          "The first import into the dataset %s must have the import mode FULL.", dataset.arn());
    }
    Map<String, Object> members =
        Members.of(call, "datasetArn", "dataSource", "roleArn")
            .and("importMode", mode)
            .and("publishAttributionMetricsToS3", call.flag("publishAttributionMetricsToS3", false))
            .map();
    return creation
        .withinProgress(Quota.IMPORT_JOBS)
        .begin(call.text("jobName"), dataset.arn(), Durations.IMPORT, members);
  }

  private static boolean imported(Call call, Resource dataset) {
    return call.world().children(ResourceKind.DATASET_IMPORT_JOB, dataset.arn()).stream()
        .anyMatch(job -> job.is(Status.ACTIVE));
  }

  @Override
  public String creationProblem(World world, Resource job) {
    Resource dataset = world.require(ResourceKind.DATASET, job.text("datasetArn"));
    Resource schema = world.require(ResourceKind.SCHEMA, dataset.text("schemaArn"));
    return imports.run(
        dataset.arn(),
        Datasets.type(dataset),
        SchemaDocument.parse(schema.text("schema")),
        (String) job.object("dataSource").get("dataLocation"),
        RecordChange.Type.valueOf(job.text("importMode")),
        world.now());
  }
}
