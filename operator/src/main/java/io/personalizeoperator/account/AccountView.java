package io.personalizeoperator.account;

import io.personalizeoperator.account.KindView.Listed;
import io.personalizeoperator.account.RemoteKind.Described;
import io.personalizeoperator.account.RemoteKind.Page;
import io.personalizeoperator.aws.AwsCallException;
import io.personalizeoperator.aws.AwsConnection;
import io.personalizeoperator.aws.FailureClass;
import io.personalizeoperator.clock.Alarms;
import io.personalizeoperator.clock.OperatorClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import software.amazon.awssdk.services.personalize.PersonalizeClient;

/**
 * All that is known of one account and region: a view for each kind, each kept fresh by sweeps of
 * AWS's lists, from the moment that a resource asks for it.
 */
public final class AccountView {
  private final AwsConnection connection;
  private final OperatorClock clock;
  private final Alarms alarms;
  private final Duration sweepInterval;
  private final QuotaGates quotas;
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
    this.connection = connection;
    this.clock = clock;
    this.alarms = alarms;
    this.sweepInterval = sweepInterval;
    this.quotas = new QuotaGates(clock, alarms);
    connection.setOnAccountChange(() -> views.values().forEach(KindView::forget));
  }

  /** The account and region that this is a view of. */
  public AwsConnection connection() {
    return connection;
  }

  /** The quotas that are used up, and who waits for them. */
  public QuotaGates quotas() {
    return quotas;
  }

  /** The view of one kind. */
  @SuppressWarnings("unchecked")
  public <D> KindView<D> of(RemoteKind<D> kind) {
    return (KindView<D>) views.computeIfAbsent(kind, k -> newView(kind));
  }

  /**
   * Describes one resource, for a pass that was admitted; the view of its kind takes in the answer,
   * NotFound too.
   *
   * @return whether it is there
   * @throws AwsCallException when AWS gives neither
   */
  public <D> boolean describe(RemoteKind<D> kind, String arn) throws AwsCallException {
    return take(kind, arn, question -> connection.call(question), kind::describe);
  }

  /**
   * The same with what takes a further call, which the rate limit does not count.
   *
   * @return whether it is there
   * @throws AwsCallException when AWS gives neither
   */
  public <D> boolean describeMore(RemoteKind<D> kind, String arn) throws AwsCallException {
    return take(kind, arn, question -> connection.call(question), kind::describeMore);
  }

  /**
   * The same as one more call of a pass that was admitted: at once, and the rate limit counts it.
   *
   * @return whether it is there
   * @throws AwsCallException when AWS gives neither
   */
  public <D> boolean describeNext(RemoteKind<D> kind, String arn) throws AwsCallException {
    return take(kind, arn, question -> connection.callNext(question), kind::describe);
  }

  /** A way to call AWS. */
  private interface Caller<D> {
    Described<D> ask(Function<PersonalizeClient, Described<D>> question) throws AwsCallException;
  }

  private <D> boolean take(
      RemoteKind<D> kind,
      String arn,
      Caller<D> caller,
      BiFunction<PersonalizeClient, String, Described<D>> describe)
      throws AwsCallException {
    KindView<D> view = of(kind);
    long asked = view.ask();
    try {
      Described<D> answer = caller.ask(client -> describe.apply(client, arn));
      connection.learnAccount(answer.summary().arn());
      view.described(answer, asked);
      return true;
    } catch (AwsCallException e) {
      if (e.failure().kind() != FailureClass.GONE) {
        view.describeFailed(arn, e.failure());
        throw e;
      }
      view.notFound(arn, asked);
      return false;
    }
  }

  /**
   * Lists what belongs to one parent, for a pass that was admitted; the view of the kind takes in
   * all pages. What is known and missing from them stays known: only Describe shows that something
   * is gone.
   *
   * @param kind one that can be listed by its parent, see {@link RemoteKind#listOf}
   * @return all that AWS lists
   * @throws AwsCallException when AWS does not give a page; the view keeps those before it
   */
  public <D> List<Described<D>> listOf(RemoteKind<D> kind, String parentArn)
      throws AwsCallException {
    KindView<D> view = of(kind);
    List<Described<D>> all = new ArrayList<>();
    String token = null;
    boolean first = true;
    do {
      String from = token;
      long asked = view.ask();
      Function<PersonalizeClient, Page<D>> question =
          client -> kind.listOf(client, parentArn, from);
      Page<D> page = first ? connection.call(question) : connection.callNext(question);
      for (Described<D> item : page.items()) {
        connection.learnAccount(item.summary().arn());
      }
      view.listedOfParent(new Listed<>(asked, page.items()));
      all.addAll(page.items());
      token = page.nextToken();
      first = false;
    } while (token != null);
    return all;
  }

  private <D> KindView<D> newView(RemoteKind<D> kind) {
    KindView<D> view = new KindView<>(kind, clock);
    Sweeper<D> sweeper = new Sweeper<>(view, this, clock, alarms, sweepInterval);
    view.setRefresher(sweeper);
    view.setOnEnded(() -> quotas.ended(kind.type()));
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
