package io.personalizeoperator.support;

import io.personalizeoperator.simulator.Simulator;
import io.personalizeoperator.simulator.faults.CallLog.Call;
import io.personalizeoperator.simulator.faults.Fault;
import io.personalizeoperator.simulator.world.Durations;
import io.personalizeoperator.simulator.world.OfflineMetrics;
import io.personalizeoperator.simulator.world.Quota;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/** The simulated account: its settings and faults, who called what, and a client of the test's. */
public final class Cloud implements AutoCloseable {
  /** User agent of the test's own client, by which its calls are told from the operator's. */
  private static final String TESTS_AGENT = "a-colleague";

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration LOOK_EVERY = Duration.ofMillis(25);

  private final Simulator simulator;
  private final PersonalizeClient client;

  Cloud(Simulator simulator) {
    this.simulator = simulator;
    this.client =
        PersonalizeClient.builder()
            .endpointOverride(simulator.endpoint())
            .region(Region.of(Stage.REGION))
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIATEST", "secret")))
            .httpClient(UrlConnectionHttpClient.create())
            .overrideConfiguration(
                configuration ->
                    configuration.putAdvancedOption(
                        SdkAdvancedClientOption.USER_AGENT_SUFFIX, TESTS_AGENT))
            .build();
  }

  PersonalizeClient client() {
    return client;
  }

  /** Everything in AWS ends at once. */
  public void takesNoTime() {
    for (Durations work : Durations.values()) {
      simulator.settings().duration(work, Duration.ZERO);
    }
  }

  /** That takes so long, on the simulated clock. */
  public void takes(Durations work, Duration duration) {
    simulator.settings().duration(work, duration);
  }

  /** Versions of that solution have these offline metrics, when they end from now on. */
  public void measures(String solution, Map<String, Object> metrics) {
    simulator.settings().trainings().results(solution, new OfflineMetrics(metrics, null));
  }

  /** The account has that quota. */
  public void allows(Quota quota, int limit) {
    simulator.settings().quota(quota, limit);
  }

  /** Lists and Describes lag behind by that, on a clock slow enough for the operator to notice. */
  public void lags(Duration lag) {
    simulator.settings().lag(lag);
    speed(10);
  }

  /** How many times as fast as the machine's clock. */
  public void speed(double speed) {
    simulator.clock().speed(speed);
  }

  public Instant now() {
    return simulator.clock().instant();
  }

  /** So many calls of that operation ("*": of any) meet the fault. */
  public void disturb(String operation, Fault.Type type, int count) {
    simulator.faults().add(new Fault(operation, type, count, 1, null, null));
  }

  /** All calls of that operation meet the fault until {@link #calm}. */
  public void disturb(String operation, Fault.Type type) {
    simulator.faults().add(new Fault(operation, type, null, 1, null, null));
  }

  /** That share of all calls meets the fault until {@link #calm}. */
  public void disturbSome(String operation, Fault.Type type, double rate) {
    simulator.faults().add(new Fault(operation, type, null, rate, null, null));
  }

  /** What that operation creates next ends in CREATE FAILED for that reason. */
  public void failCreation(String operation, String reason) {
    simulator.faults().add(new Fault(operation, Fault.Type.FAIL_CREATION, 1, 1, null, reason));
  }

  /**
   * Every call of that operation whose input contains that text meets the fault until {@link
   * #calm}.
   *
   * @param message what AWS says: the error, or the reason why what the call starts fails
   */
  public void disturbContaining(
      String operation, Fault.Type type, String containing, String message) {
    simulator.faults().add(new Fault(operation, type, null, 1, null, message, containing));
  }

  /** Credentials of another account than the simulator's own. */
  public Credentials credentialsOf(String account) {
    try (StsClient sts =
        StsClient.builder()
            .endpointOverride(simulator.endpoint())
            .region(Region.of(Stage.REGION))
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIATEST", "secret")))
            .httpClient(UrlConnectionHttpClient.create())
            .build()) {
      String role = "arn:aws:iam::" + account + ":role/operator";
      return sts.assumeRole(r -> r.roleArn(role).roleSessionName("test")).credentials();
    }
  }

  /** No faults any more. */
  public void calm() {
    simulator.faults().clear();
  }

  /** Number of the newest call. */
  public long mark() {
    List<Call> all = simulator.calls().calls(null, 0);
    return all.isEmpty() ? 0 : all.getLast().seq();
  }

  /** The operator's calls after a mark. */
  public List<Call> callsAfter(long mark) {
    return simulator.calls().calls(null, mark).stream()
        .filter(call -> !isOfOutOfBandUser(call))
        .toList();
  }

  /** Whether a call is the test's own and not the operator's. */
  public static boolean isOfOutOfBandUser(Call call) {
    return call.userAgent().contains(TESTS_AGENT);
  }

  /** The operator's calls of an operation. */
  public List<Call> calls(String operation) {
    return callsAfter(0).stream().filter(call -> call.operation().equals(operation)).toList();
  }

  /** The operator's calls of an operation that took effect. */
  public List<Call> effects(String operation) {
    return calls(operation).stream().filter(call -> call.error() == null).toList();
  }

  /** The operator's calls after a mark that are no List, Describe or Get. */
  public List<Call> mutationsAfter(long mark) {
    return callsAfter(mark).stream().filter(Cloud::isMutation).toList();
  }

  /** Everybody's calls that are no List, Describe or Get. */
  public List<Call> everybodysMutations() {
    return simulator.calls().calls(null, 0).stream().filter(Cloud::isMutation).toList();
  }

  private static boolean isMutation(Call call) {
    return !call.operation().matches("(List|Describe|Get).*");
  }

  /** Waits until the calls after a mark are as wanted. */
  public void awaitCalls(String what, long mark, Predicate<List<Call>> wanted) {
    try {
      Awaitility.await(what)
          .atMost(PATIENCE)
          .pollInterval(LOOK_EVERY)
          .pollDelay(Duration.ZERO)
          .until(() -> wanted.test(callsAfter(mark)));
    } catch (ConditionTimeoutException e) {
      throw new AssertionError("Waited for " + what + "; the calls are\n" + lines(mark), e);
    }
  }

  /** Waits until the account's clock shows that time. */
  public void awaitTime(Instant time) {
    Awaitility.await("the time " + time)
        .atMost(PATIENCE)
        .pollInterval(LOOK_EVERY)
        .until(() -> !now().isBefore(time));
  }

  /** Waits until the operator has listed every kind that it knows so many times more. */
  public void awaitSweeps(int times, String... operations) {
    long mark = mark();
    awaitCalls(
        times + " sweeps",
        mark,
        calls ->
            List.of(operations).stream()
                .allMatch(
                    operation ->
                        calls.stream().filter(c -> c.operation().equals(operation)).count()
                            >= times));
  }

  private String lines(long mark) {
    StringBuilder lines = new StringBuilder();
    for (Call call : callsAfter(mark)) {
      lines.append(call.at()).append(' ').append(call.operation()).append(' ').append(call.input());
      lines.append(call.error() == null ? "" : " -> " + call.error()).append('\n');
    }
    return lines.toString();
  }

  @Override
  public void close() {
    client.close();
  }
}
