package io.personalizeoperator.scenario.trouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.personalizeoperator.api.datasetgroup.DatasetGroup;
import io.personalizeoperator.api.datasetgroup.DatasetGroupStatus;
import io.personalizeoperator.status.StatusWriter;
import io.personalizeoperator.support.Sample;
import io.personalizeoperator.support.Stage;
import io.personalizeoperator.support.Stages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A resource that is deleted and applied again under its name is another one. */
@ExtendWith(Stages.class)
class NamesakeIT {
  @Test
  void aPassOfARemovedResourceDoesNotWriteOnItsNamesake(Stage stage) {
    stage.startOperator();
    stage.cluster().apply(Sample.DATASET_GROUP);
    DatasetGroup removed = (DatasetGroup) stage.cluster().awaitReady(Sample.DATASET_GROUP);
    stage.stopOperator();
    stage.cluster().patch(Sample.DATASET_GROUP, "{\"metadata\":{\"finalizers\":null}}");
    stage.cluster().delete(Sample.DATASET_GROUP);
    stage.cluster().awaitGone(Sample.DATASET_GROUP);
    stage.cluster().apply(Sample.DATASET_GROUP);

    DatasetGroupStatus late = removed.getStatus();
    removed.setStatus(null);
    StatusWriter writer = new StatusWriter(stage.kubernetes());
    assertThatThrownBy(() -> writer.write(removed, late))
        .isInstanceOf(KubernetesClientException.class);
    assertThat(stage.cluster().get(Sample.DATASET_GROUP).lifecycle().arn()).isNull();
  }
}
