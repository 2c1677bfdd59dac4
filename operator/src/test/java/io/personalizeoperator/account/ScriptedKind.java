package io.personalizeoperator.account;

import io.personalizeoperator.aws.Arn;
import io.personalizeoperator.clock.OperatorClock;
import java.time.Instant;
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
    called("List");
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

  private void called(String operation) {
    calls.add(new Call(operation, clock.instant()));
    if (failing) {
      throw (PersonalizeException) PersonalizeException.builder().statusCode(503).build();
    }
  }

  @Override
  public boolean isBeingUpdated(String details) {
    return details.equals(UPDATING);
  }
}
