package io.personalizeoperator.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.personalizeoperator.simulator.faults.Fault;
import io.personalizeoperator.simulator.world.Quota;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.personalize.model.LimitExceededException;
import software.amazon.awssdk.services.personalize.model.PersonalizeException;

class ControlTest extends SimulatorTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private String groupStatus(String name) {
    return personalize
        .describeDatasetGroup(
            request ->
                request.datasetGroupArn(
                    "arn:aws:personalize:eu-west-1:123456789012:dataset-group/" + name))
        .datasetGroup()
        .status();
  }

  @Test
  void healthIsUpOnceItIsReady() throws Exception {
    HttpResponse<String> health = control("GET", "health", "");
    assertThat(health.statusCode()).isEqualTo(200);
    assertThat(health.body()).isEqualTo("{\"status\":\"UP\"}");
  }

  @Test
  void theClockAnswersAfterEverythingThatIsDueHasHappened() throws Exception {
    personalize.createDatasetGroup(request -> request.name("movies"));
    assertThat(control("PUT", "clock", "{\"advance\":\"PT1M\"}").body())
        .isEqualTo("{\"now\":\"2026-11-24T10:01:00Z\",\"speed\":0.0}");
    assertThat(groupStatus("movies")).isEqualTo("ACTIVE");
    assertThat(control("PUT", "clock", "{\"now\":\"2026-11-25T00:00:00Z\"}").body())
        .contains("\"now\":\"2026-11-25T00:00:00Z\"");
    assertThat(control("GET", "clock", "").body()).contains("2026-11-25T00:00:00Z");
  }

  @Test
  void aRunningClockMovesBySpeed() throws Exception {
    control("PUT", "clock", "{\"speed\":1000000}");
    JsonNode later = JSON.readTree(control("PUT", "clock", "{\"speed\":0}").body());
    assertThat(Instant.parse(later.get("now").asText())).isAfter(START);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PUT    | clock       | {}                                     | Set speed, now or advance.
          PUT    | clock       | {"speed":-1}                           | speed:
          PUT    | clock       | {"speed":"fast"}                       | speed:
          PUT    | clock       | {"now":"2020-01-01T00:00:00Z"}         | now: the clock only moves forward
          PUT    | clock       | {"now":"tomorrow"}                     | now: must be an instant
          PUT    | clock       | {"advance":"-PT1H"}                    | advance: must not be negative
          PUT    | clock       | {"advance":"PT9999999999H"}            | advance: the clock ends
          PUT    | clock       | {"advance":"PT1H","now":"2027-01-01T00:00:00Z"} | advance: set either
          PUT    | clock       | {"tempo":1}                            | tempo: unknown member
          PUT    | clock       | [1]                                    | The body must be a JSON object
          PUT    | clock       | {"speed":1                             | The body is not valid JSON
          POST   | faults      | {"operation":"CreateWorld","fault":"Throttle"} | operation: CreateWorld
          POST   | faults      | {"operation":"*","fault":"Crash"}      | fault: Crash
          POST   | faults      | {"fault":"Throttle"}                   | operation: missing
          POST   | faults      | {"operation":"*","fault":"Throttle","count":0} | count:
          POST   | faults      | {"operation":"*","fault":"Throttle","count":1,"rate":0.5} | rate: set either
          POST   | faults      | {"operation":"*","fault":"Throttle","rate":1.5} | rate:
          POST   | faults      | {"operation":"*","fault":"Delay"}      | delay: the fault Delay needs it
          POST   | faults      | {"operation":"*","fault":"Throttle","delay":"PT1S"} | delay: the fault Delay needs it
          POST   | faults      | {"operation":"*","fault":"Throttle","containing":""} | containing: must not be empty
          POST   | faults      | {"operation":"*","fault":"Throttle","containing":7} | containing: must be a string
          PUT    | omissions   | {"operation":"CreateWorld","members":[]} | operation: CreateWorld
          PUT    | omissions   | {"operation":"AssumeRole","members":[]} | operation: AssumeRole
          PUT    | omissions   | {"operation":"ListTagsForResource","members":["tags.tagKey"]} | members: tags.tagKey is required
          PUT    | omissions   | {"operation":"DescribeCampaign","members":["campaign.colour"]} | members: the output of DescribeCampaign has no member campaign.colour
          PUT    | omissions   | {"operation":"DescribeCampaign","members":["campaign.name.x"]} | members: the output of DescribeCampaign has no member campaign.name.x
          PUT    | omissions   | {"operation":"DescribeCampaign","members":["campaign."]} | members: the output of DescribeCampaign has no member
          PUT    | omissions   | {"operation":"DescribeCampaign","members":"campaign"} | members: must be a list of strings
          PUT    | omissions   | {"operation":"DescribeCampaign","members":[1]} | members: must be a list of strings
          PUT    | omissions   | {"operation":"DescribeCampaign"} | members: missing
          PUT    | quotas      | {"filtersPerDatasetGroup":-1}          | filtersPerDatasetGroup:
          PUT    | quotas      | {"filters":3}                          | filters: unknown member
          PUT    | quotas      | {"requestsPerSecond":"many"}           | requestsPerSecond:
          PUT    | durations   | {"training":"1 hour"}                  | training: must be an ISO 8601 duration
          PUT    | durations   | {"trainings":"PT1H"}                   | trainings: unknown member
          PUT    | consistency | {}                                     | lag: missing
          PUT    | metrics     | {"metrics":{"precision_at_5":1}}       | solution: missing
          PUT    | metrics     | {"solution":"*"}                       | metrics: set
          PUT    | metrics     | {"solution":"*","metrics":{"a":"b"}}   | metrics.a: must be a number
          PUT    | metrics     | {"solution":"*","tunedHPOParams":{"a":"b"}} | a: unknown member
          GET    | calls?after=x |                                      | after:
          GET    | calls?operation=Nothing |                            | operation:
          GET    | calls?limit=1 |                                      | limit:
          GET    | nothing     |                                        | is not a request of the control API
          DELETE | clock       |                                        | is not a request of the control API
          """)
  void aWrongRequestIsRefusedWithWhatAndWhere(String method, String path, String body, String error)
      throws Exception {
    HttpResponse<String> answer = control(method, path, body == null ? "" : body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(JSON.readTree(answer.body()).get("error").asText()).contains(error);
    assertThat(control("GET", "clock", "").body()).contains("2026-11-24T10:00:00Z").contains("0.0");
    assertThat(simulator.settings().quota(Quota.FILTERS)).isEqualTo(30);
  }

  @Test
  void aPartlyWrongRequestChangesNothing() throws Exception {
    assertThat(
            control("PUT", "durations", "{\"datasetGroup\":\"PT0S\",\"filter\":\"x\"}")
                .statusCode())
        .isEqualTo(400);
    personalize.createDatasetGroup(request -> request.name("movies"));
    assertThat(groupStatus("movies")).isEqualTo("CREATE PENDING");
  }

  @Test
  void aDurationOfZeroMakesAResourceActiveAtOnce() throws Exception {
    assertThat(
            control("PUT", "durations", "{\"datasetGroup\":\"PT0S\",\"delete\":\"PT0S\"}")
                .statusCode())
        .isEqualTo(200);
    String arn =
        personalize.createDatasetGroup(request -> request.name("movies")).datasetGroupArn();
    assertThat(groupStatus("movies")).isEqualTo("ACTIVE");
    personalize.deleteDatasetGroup(request -> request.datasetGroupArn(arn));
    assertThat(groups()).isEmpty();
  }

  @Test
  void theCallLogTellsWhoCalledWhatAndHowItEnded() throws Exception {
    personalize.createDatasetGroup(request -> request.name("movies"));
    assertThatThrownBy(() -> personalize.createDatasetGroup(request -> request.name("movies")))
        .isInstanceOf(PersonalizeException.class);
    groups();
    JsonNode calls =
        JSON.readTree(control("GET", "calls?operation=CreateDatasetGroup&after=1", "").body());
    assertThat(calls).hasSize(1);
    JsonNode call = calls.get(0);
    assertThat(call.get("seq").asLong()).isEqualTo(2);
    assertThat(call.get("at").asText()).isEqualTo("2026-11-24T10:00:00Z");
    assertThat(call.get("region").asText()).isEqualTo("eu-west-1");
    assertThat(call.get("account").asText()).isEqualTo("123456789012");
    assertThat(call.get("operation").asText()).isEqualTo("CreateDatasetGroup");
    assertThat(call.get("userAgent").asText()).contains("aws-sdk-java");
    assertThat(call.get("input")).isEqualTo(JSON.readTree("{\"name\":\"movies\"}"));
    assertThat(call.get("error").asText()).isEqualTo("ResourceAlreadyExistsException");
    assertThat(JSON.readTree(control("GET", "calls", "").body()).get(0).get("error").isNull())
        .isTrue();
  }

  @Test
  void aCallThatIsRefusedIsLoggedAtItsOwnTime() {
    groups();
    simulator.clock().advance(Duration.ofHours(1));
    simulator.faults().add(new Fault("ListSchemas", Fault.Type.THROTTLE, 1, 1, null, null));
    try (PersonalizeClient once = clientWithoutRetries()) {
      assertThatThrownBy(() -> schemas(once)).isInstanceOf(PersonalizeException.class);
    }
    assertThat(simulator.calls().calls("ListSchemas", 0))
        .singleElement()
        .satisfies(call -> assertThat(call.at()).isEqualTo(START.plus(Duration.ofHours(1))));
  }

  @Test
  void resetLeavesNothingButTheClock() throws Exception {
    personalize.createDatasetGroup(request -> request.name("movies"));
    control("PUT", "quotas", "{\"datasetGroups\":1}");
    control("POST", "faults", "{\"operation\":\"*\",\"fault\":\"AccessDenied\"}");
    advance("PT1H");
    assertThat(control("POST", "reset", "").statusCode()).isEqualTo(200);
    assertThat(groups()).isEmpty();
    personalize.createDatasetGroup(request -> request.name("one"));
    personalize.createDatasetGroup(request -> request.name("two"));
    assertThat(JSON.readTree(control("GET", "calls", "").body())).hasSize(3);
    assertThat(control("GET", "clock", "").body()).contains("2026-11-24T11:00:00Z");
  }

  @Test
  void resetMakesAnswersCompleteAgain() throws Exception {
    control(
        "PUT",
        "omissions",
        "{\"operation\":\"ListDatasetGroups\",\"members\":[\"datasetGroups.name\"]}");
    personalize.createDatasetGroup(request -> request.name("movies"));
    assertThat(groups()).singleElement().satisfies(group -> assertThat(group.name()).isNull());
    control("POST", "reset", "");
    personalize.createDatasetGroup(request -> request.name("movies"));
    assertThat(groups())
        .singleElement()
        .satisfies(group -> assertThat(group.name()).isEqualTo("movies"));
  }

  @Test
  void throttlingHitsAsOftenAsItWasTold() throws Exception {
    control("POST", "faults", "{\"operation\":\"ListSchemas\",\"fault\":\"Throttle\",\"count\":1}");
    try (PersonalizeClient once = clientWithoutRetries()) {
      assertThatThrownBy(() -> schemas(once))
          .isInstanceOfSatisfying(
              PersonalizeException.class,
              e -> {
                assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ThrottlingException");
                assertThat(e.statusCode()).isEqualTo(400);
                assertThat(e.isThrottlingException()).isTrue();
              });
      assertThat(schemas(once)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Throttle, ThrottlingException",
    "ServerError, InternalServerException",
    "AccessDenied, AccessDeniedException",
    "InvalidInput, InvalidInputException"
  })
  void aFaultMayHitOnlyCallsWhoseInputContainsAText(String fault, String type) throws Exception {
    control(
        "POST",
        "faults",
        "{\"operation\":\"CreateDatasetGroup\",\"fault\":\"%s\",\"containing\":\"movies\",\"count\":1}"
            .formatted(fault));
    try (PersonalizeClient once = clientWithoutRetries()) {
      once.createDatasetGroup(request -> request.name("books"));
      assertThatThrownBy(() -> once.createDatasetGroup(request -> request.name("movies")))
          .isInstanceOfSatisfying(
              PersonalizeException.class,
              e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo(type));
      once.createDatasetGroup(request -> request.name("movies"));
    }
  }

  @Test
  void aReplyIsDroppedOnlyForTheInputThatTheFaultNames() throws Exception {
    control(
        "POST",
        "faults",
        "{\"operation\":\"*\",\"fault\":\"DropReply\",\"containing\":\"movies\"}");
    try (PersonalizeClient once = clientWithoutRetries()) {
      once.createDatasetGroup(request -> request.name("books"));
      assertThatThrownBy(() -> once.createDatasetGroup(request -> request.name("movies")))
          .isInstanceOf(SdkClientException.class);
    }
    assertThat(groupStatus("books")).isEqualTo("CREATE PENDING");
  }

  @Test
  void serverErrorsAndDeniedAccessLookLikeTheirs() throws Exception {
    try (PersonalizeClient once = clientWithoutRetries()) {
      control("POST", "faults", "{\"operation\":\"*\",\"fault\":\"ServerError\",\"count\":1}");
      assertThatThrownBy(() -> schemas(once))
          .isInstanceOfSatisfying(
              PersonalizeException.class, e -> assertThat(e.statusCode()).isEqualTo(500));
      control(
          "POST",
          "faults",
          "{\"operation\":\"ListSchemas\",\"fault\":\"AccessDenied\",\"message\":\"No.\"}");
      assertThatThrownBy(() -> schemas(once)).hasMessageContaining("No.");
      control("DELETE", "faults", "");
      schemas(once);
    }
  }

  @Test
  void aDroppedReplyLosesTheAnswerAndNotTheEffect() throws Exception {
    control(
        "POST",
        "faults",
        "{\"operation\":\"CreateDatasetGroup\",\"fault\":\"DropReply\",\"count\":1}");
    try (PersonalizeClient once = clientWithoutRetries()) {
      assertThatThrownBy(() -> once.createDatasetGroup(request -> request.name("movies")))
          .isInstanceOf(SdkClientException.class);
    }
    assertThat(groupStatus("movies")).isEqualTo("CREATE PENDING");
  }

  @Test
  void aDelayIsARealOne() throws Exception {
    control(
        "POST",
        "faults",
        "{\"operation\":\"ListSchemas\",\"fault\":\"Delay\",\"delay\":\"PT0.2S\",\"count\":1}");
    long before = System.nanoTime();
    schemas(personalize);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(200));
  }

  @Test
  void aCreationThatIsToldToFailEndsInCreateFailed() throws Exception {
    control(
        "POST",
        "faults",
        "{\"operation\":\"CreateDatasetGroup\",\"fault\":\"FailCreation\",\"count\":1,\"message\":\"No capacity.\"}");
    String arn =
        personalize.createDatasetGroup(request -> request.name("movies")).datasetGroupArn();
    advance("PT59S");
    assertThat(groupStatus("movies")).isEqualTo("CREATE IN_PROGRESS");
    advance("PT1S");
    var group =
        personalize.describeDatasetGroup(request -> request.datasetGroupArn(arn)).datasetGroup();
    assertThat(group.status()).isEqualTo("CREATE FAILED");
    assertThat(group.failureReason()).isEqualTo("No capacity.");
  }

  @Test
  void quotasAreThoseThatWereSet() throws Exception {
    control("PUT", "quotas", "{\"datasetGroups\":1}");
    personalize.createDatasetGroup(request -> request.name("one"));
    assertThatThrownBy(() -> personalize.createDatasetGroup(request -> request.name("two")))
        .isInstanceOf(LimitExceededException.class);
  }

  @Test
  void moreRequestsASecondThanAllowedAreThrottled() throws Exception {
    control("PUT", "quotas", "{\"requestsPerSecond\":1}");
    try (PersonalizeClient once = clientWithoutRetries()) {
      schemas(once);
      assertThatThrownBy(() -> schemas(once)).hasMessageContaining("Rate exceeded");
      control("PUT", "quotas", "{\"requestsPerSecond\":null}");
      schemas(once);
    }
  }
}
