package io.personalizeoperator.scenario.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.status.Reason;
import io.personalizeoperator.support.Sample;
import io.personalizeoperator.support.Stage;
import io.personalizeoperator.support.Stages;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** Without credentials or region the operator starts, and says on the resources what is missing. */
@ExtendWith(Stages.class)
@Isolated("system properties hold the credentials")
class MissingCredentialsIT {
  private static final List<Sample> ALL = List.of(Sample.values());

  @Test
  void withoutCredentialsTheResourcesSaySoUntilARestartHasThem(Stage stage) throws Exception {
    String secret = System.clearProperty("aws.secretAccessKey");
    try {
      stage.startOperator();
      assertThat(health(stage)).isEqualTo(200);
      stage.cluster().applyAll(ALL);
      assertThat(stage.cluster().awaitStalled(Sample.DATASET_GROUP, Reason.AccessDenied).message())
          .contains("no AWS credentials", "AWS_ACCESS_KEY_ID");
      stage.cluster().awaitStalled(Sample.SCHEMA, Reason.AccessDenied);
      assertThat(stage.cloud().callsAfter(0)).isEmpty();
      stage.stopOperator();
    } finally {
      System.setProperty("aws.secretAccessKey", secret);
    }
    stage.startOperator();
    stage.cluster().awaitReady(ALL);
  }

  @Test
  void credentialsThatComeLaterAreFound(Stage stage) {
    String secret = System.clearProperty("aws.secretAccessKey");
    try {
      stage.startOperator();
      stage.cluster().apply(Sample.DATASET_GROUP);
      stage.cluster().awaitStalled(Sample.DATASET_GROUP, Reason.AccessDenied);
    } finally {
      System.setProperty("aws.secretAccessKey", secret);
    }
    stage.cluster().awaitReady(Sample.DATASET_GROUP);
  }

  @Test
  void withoutARegionTheResourcesSaySo(Stage stage) {
    stage.startOperator("--region=none");
    stage.cluster().apply(Sample.DATASET_GROUP);
    assertThat(stage.cluster().awaitStalled(Sample.DATASET_GROUP, Reason.AccessDenied).message())
        .contains("region", "--region");
    stage.stopOperator().startOperator();
    stage.cluster().awaitReady(Sample.DATASET_GROUP);
  }

  private static int health(Stage stage) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + stage.operatorPort() + "/readyz");
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
        .statusCode();
  }
}
