package io.personalizeoperator.account;

import io.personalizeoperator.aws.Arn;
import io.personalizeoperator.clock.OperatorClock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.personalize.model.PersonalizeException;
import software.amazon.awssdk.services.personalize.model.ResourceNotFoundException;

/** A kind that answers from the test's script, and remembers when it was asked for what. */
final class ScriptedKind implements RemoteKind<String> {
  static final String UPDATING = "being updated";
  private static final int PAGE = 100;

  /** A call, at the time of the operator's clock. */
  record Call(String operation, Instant at) {}

  final List<Call> calls = new CopyOnWriteArrayList<>();
  final Map<String, Described<String>> resources = new ConcurrentSkipListMap<>();
  volatile boolean failing;

  /** Operations that fail, such as "List" or "Describe a", with the HTTP status. */
  final Map<String, Integer> faults = new HashMap<>();

  /** What happens elsewhere just before an operation is answered. */
  final Map<String, Runnable> meanwhile = new HashMap<>();

  private final OperatorClock clock;

  ScriptedKind(OperatorClock clock) {
    this.clock = clock;
  }

  static String arn(String name) {
    return "arn:aws:personalize:eu-west-1:123456789012:filter/" + name;
  }

  void put(String name, String status, Instant updated) {
    put(name, status, updated, null);
  }

  void put(String name, String status, Instant updated, String details) {
    resources.put(
        arn(name),
        new Described<>(new Summary(arn(name), status, updated, updated, null), details));
  }

  @Override
  public String type() {
    return "filter";
  }

  @Override
  public Page<String> list(PersonalizeClient client, String nextToken) {
    called(nextToken == null ? "List" : "List from " + nextToken);
    int from = nextToken == null ? 0 : Integer.parseInt(nextToken);
    List<Described<String>> all = List.copyOf(resources.values());
    int to = Math.min(all.size(), from + PAGE);
    List<Described<String>> items =
        all.subList(from, to).stream().map(d -> new Described<String>(d.summary(), null)).toList();
    return new Page<>(items, to < all.size() ? String.valueOf(to) : null);
  }

  @Override
  public Described<String> describe(PersonalizeClient client, String arn) {
    called("Describe " + Arn.idOf(arn));
    Described<String> found = resources.get(arn);
    if (found == null) {
      throw ResourceNotFoundException.builder()
          .awsErrorDetails(AwsErrorDetails.builder().errorCode("ResourceNotFoundException").build())
          .build();
    }
    return found;
  }

  @Override
  public Page<String> listOf(PersonalizeClient client, String parentArn, String nextToken) {
    called("List of " + Arn.idOf(parentArn) + (nextToken == null ? "" : " from " + nextToken));
    int from = nextToken == null ? 0 : Integer.parseInt(nextToken);
    List<Described<String>> all = List.copyOf(resources.values());
    int to = Math.min(all.size(), from + PAGE);
    return new Page<>(all.subList(from, to), to < all.size() ? String.valueOf(to) : null);
  }

  private void called(String operation) {
    calls.add(new Call(operation, clock.instant()));
    Runnable elsewhere = meanwhile.remove(operation);
    if (elsewhere != null) {
      elsewhere.run();
    }
    if (failing || faults.containsKey(operation)) {
      throw failure(faults.getOrDefault(operation, 503));
    }
  }

  private static RuntimeException failure(int status) {
    String code = status == 403 ? "AccessDeniedException" : "ServiceUnavailable";
    return PersonalizeException.builder()
        .statusCode(status)
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage("No.").build())
        .build();
  }

  @Override
  public boolean isBeingUpdated(String details) {
    return details.equals(UPDATING);
  }
}
