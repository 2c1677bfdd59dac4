package io.personalizeoperator.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.StsException;

class StsTest extends SimulatorTest {
  private StsClient sts;

  @BeforeEach
  void openClient() {
    sts = sts(StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIATEST", "secret")));
  }

  @AfterEach
  void closeClient() {
    sts.close();
  }

  private StsClient sts(StaticCredentialsProvider credentials) {
    return StsClient.builder()
        .endpointOverride(simulator.endpoint())
        .region(Region.EU_WEST_1)
        .credentialsProvider(credentials)
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  @Test
  void theCallerIsOfTheDefaultAccount() {
    assertThat(sts.getCallerIdentity().account()).isEqualTo("123456789012");
    assertThat(simulator.calls().calls("GetCallerIdentity", 0)).hasSize(1);
  }

  @Test
  void anAssumedRoleWorksInItsOwnAccount() {
    Credentials keys =
        sts.assumeRole(
                request ->
                    request
                        .roleArn("arn:aws:iam::999988887777:role/path/ml")
                        .roleSessionName("operator"))
            .credentials();
    StaticCredentialsProvider assumed =
        StaticCredentialsProvider.create(
            AwsSessionCredentials.create(
                keys.accessKeyId(), keys.secretAccessKey(), keys.sessionToken()));
    try (StsClient other = sts(assumed);
        PersonalizeClient client =
            PersonalizeClient.builder()
                .endpointOverride(simulator.endpoint())
                .region(Region.EU_WEST_1)
                .credentialsProvider(assumed)
                .httpClient(UrlConnectionHttpClient.create())
                .build()) {
      assertThat(other.getCallerIdentity().arn())
          .isEqualTo("arn:aws:sts::999988887777:assumed-role/ml/operator");
      assertThat(client.createDatasetGroup(request -> request.name("movies")).datasetGroupArn())
          .isEqualTo("arn:aws:personalize:eu-west-1:999988887777:dataset-group/movies");
    }
    assertThat(groups()).isEmpty();
  }

  @Test
  void errorsAreThoseOfTheQueryProtocol() throws Exception {
    assertThatThrownBy(
            () ->
                sts.assumeRole(
                    request -> request.roleArn("not-a-role-arn-at-all").roleSessionName("x1")))
        .isInstanceOfSatisfying(
            StsException.class,
            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ValidationError"));
    control("POST", "faults", "{\"operation\":\"GetCallerIdentity\",\"fault\":\"AccessDenied\"}");
    assertThatThrownBy(() -> sts.getCallerIdentity())
        .hasMessageContaining("not authorized to perform: sts:GetCallerIdentity");
  }
}
