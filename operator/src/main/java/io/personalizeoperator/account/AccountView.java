package io.personalizeoperator.account;

import io.personalizeoperator.account.RemoteKind.Described;
import io.personalizeoperator.aws.AwsCallException;
import io.personalizeoperator.aws.AwsConnection;
import io.personalizeoperator.aws.FailureClass;
import io.personalizeoperator.clock.Alarms;
import io.personalizeoperator.clock.OperatorClock;
import io.personalizeoperator.ratelimit.Priority;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * All that is known of one account and region: a view for each kind, each kept fresh by sweeps of
 * AWS's lists, from the moment that a resource asks for it.
 */
public final class AccountView {
  private final AwsConnection connection;
  private final OperatorClock clock;
  private final Alarms alarms;
  private final Duration sweepInterval;
  private final Executor threads;
  private final Map<RemoteKind<?>, KindView<?>> views = new ConcurrentHashMap<>();
  private final Map<RemoteKind<?>, Sweeper<?>> sweepers = new ConcurrentHashMap<>();

  /**
   * Starts with nothing known.
   *
   * @param connection the account and region
   * @param clock the operator's clock
   * @param alarms when to look again
   * @param sweepInterval how often a quiet kind is listed
   */
  public AccountView(
      AwsConnection connection, OperatorClock clock, Alarms alarms, Duration sweepInterval) {
    this(
        connection,
        clock,
        alarms,
        sweepInterval,
        sweep -> Thread.ofVirtual().name("sweep").start(sweep));
  }

  /** With threads of the caller's choice for the sweeps. */
  public AccountView(
      AwsConnection connection,
      OperatorClock clock,
      Alarms alarms,
      Duration sweepInterval,
      Executor threads) {
    this.connection = connection;
    this.clock = clock;
    this.alarms = alarms;
    this.sweepInterval = sweepInterval;
    this.threads = threads;
  }

  /** The account and region that this is a view of. */
  public AwsConnection connection() {
    return connection;
  }

  /** The view of one kind. */
  @SuppressWarnings("unchecked")
  public <D> KindView<D> of(RemoteKind<D> kind) {
    return (KindView<D>) views.computeIfAbsent(kind, k -> newView(kind));
  }

  /**
   * Waits for its turn and describes one resource; the view of its kind takes in the answer,
   * NotFound too.
   *
   * @throws AwsCallException when AWS gives neither
   */
  public <D> void describe(RemoteKind<D> kind, String arn, Priority priority)
      throws AwsCallException {
    take(kind, arn, () -> connection.call(priority, client -> kind.describe(client, arn)));
  }

  /**
   * The same for a pass that was admitted.
   *
   * @throws AwsCallException when AWS gives neither
   */
  public <D> void describe(RemoteKind<D> kind, String arn) throws AwsCallException {
    take(kind, arn, () -> connection.call(client -> kind.describe(client, arn)));
  }

  private interface Question<D> {
    Described<D> ask() throws AwsCallException;
  }

  private <D> void take(RemoteKind<D> kind, String arn, Question<D> question)
      throws AwsCallException {
    try {
      of(kind).described(question.ask());
    } catch (AwsCallException e) {
      if (e.failure().kind() != FailureClass.GONE) {
        throw e;
      }
      of(kind).notFound(arn);
    }
  }

  private <D> KindView<D> newView(RemoteKind<D> kind) {
    KindView<D> view = new KindView<>(kind, clock);
    Sweeper<D> sweeper = new Sweeper<>(view, this, clock, alarms, sweepInterval, threads);
    view.setRefresher(sweeper);
    sweepers.put(kind, sweeper);
    return view;
  }

  /** Types of ARN that nobody looks at any more: their next sweep is overdue. */
  public List<String> overdueSweeps() {
    return sweepers.entrySet().stream()
        .filter(entry -> entry.getValue().isOverdue())
        .map(entry -> entry.getKey().type())
        .sorted()
        .toList();
  }
}
