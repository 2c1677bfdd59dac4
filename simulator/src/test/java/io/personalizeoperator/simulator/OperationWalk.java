package io.personalizeoperator.simulator;

import io.personalizeoperator.simulator.faults.Fault;
import io.personalizeoperator.simulator.world.Durations;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.personalize.PersonalizeClient;

/**
 * Calls operations with all members of their request classes, and records the members sent and
 * received.
 */
abstract class OperationWalk extends SimulatorTest {
  private final Coverage coverage = new Coverage();
  private final Map<String, SdkClasses.Pair> operations =
      SdkClasses.operations(PersonalizeClient.class);
  final Map<String, Object> context = new HashMap<>();

  @BeforeEach
  void watchTheClient() {
    personalize.close();
    personalize =
        PersonalizeClient.builder()
            .endpointOverride(simulator.endpoint())
            .region(Region.EU_WEST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIATEST", "secret")))
            .httpClient(UrlConnectionHttpClient.create())
            .overrideConfiguration(config -> config.addExecutionInterceptor(coverage))
            .build();
    for (Durations work : Durations.values()) {
      simulator.settings().duration(work, Duration.ZERO);
    }
  }

  /** Calls an operation with all its members but those, and remembers the ARNs of the answer. */
  SdkPojo call(String operation, Map<String, ?> given, String... omitted) {
    SdkClasses.Pair classes = operations.get(operation);
    SdkPojo builder = SdkClasses.builder(classes.method().getParameterTypes()[0]);
    Map<String, Object> values = new HashMap<>(context);
    values.putAll(given);
    values.putIfAbsent("nextToken", null);
    try {
      Object response =
          classes.method().invoke(personalize, Filler.fill(builder, values, Set.of(omitted)));
      SdkPojo answer = (SdkPojo) response;
      answer.sdkFields().stream()
          .filter(
              field -> field.locationName().endsWith("Arn") && !operation.startsWith("Describe"))
          .forEach(field -> context.put(field.locationName(), field.getValueOrDefault(answer)));
      return answer;
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(
          operation + ": " + (e.getCause() == null ? e : e.getCause()).getMessage(), e);
    }
  }

  /** Describes and lists the newest resource, page by page. */
  void look(String kind) {
    call("Describe" + kind, Map.of());
    pages("List" + kind + "s");
  }

  void pages(String operation, String... omitted) {
    SdkPojo answer = call(operation, Map.of("maxResults", 1), omitted);
    Object token =
        answer.sdkFields().stream()
            .filter(field -> field.locationName().equals("nextToken"))
            .findFirst()
            .orElseThrow()
            .getValueOrDefault(answer);
    if (token != null) {
      call(operation, Map.of("maxResults", 100, "nextToken", token), omitted);
    }
  }

  void failNext(String operation) {
    simulator.faults().add(new Fault(operation, Fault.Type.FAIL_CREATION, 1, 1, null, "told to"));
  }

  /** Creates one resource that fails and one that succeeds, and reads both. */
  void both(String kind, String name, Map<String, ?> given, String... omitted) {
    failNext("Create" + kind);
    Map<String, Object> values = new HashMap<>(given);
    String nameMember = kind.endsWith("Job") ? "jobName" : "name";
    values.put(nameMember, name + "-failed");
    call("Create" + kind, values, omitted);
    look(kind);
    values.put(nameMember, name);
    call("Create" + kind, values, omitted);
    look(kind);
  }

  /** The members that were never sent and accepted, or never received. */
  Set<String> missing() {
    Set<String> missing = new TreeSet<>();
    operations.forEach((name, classes) -> missing.addAll(coverage.missing(name, classes)));
    return missing;
  }
}
