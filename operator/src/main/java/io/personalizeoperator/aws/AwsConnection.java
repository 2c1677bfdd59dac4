package io.personalizeoperator.aws;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.personalizeoperator.clock.Wakeable;
import io.personalizeoperator.ratelimit.CallOrder;
import io.personalizeoperator.ratelimit.Priority;
import io.personalizeoperator.ratelimit.RateLimiter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.personalize.model.Tag;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * One account and region: its client, its rate limit, and the account that it is. The client is
 * made at the first call, so that the operator starts without credentials or region and reports
 * what is missing on the resources. The SDK makes no retries of its own: those would bypass the
 * rate limit.
 */
public final class AwsConnection implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AwsConnection.class);
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(30);

  private volatile @Nullable String region;
  private final Optional<URI> endpoint;
  private final RateLimiter limiter;
  private final MeterRegistry meters;
  private final KnownAccount account = new KnownAccount();
  private final AccountCheck check = new AccountCheck(account, key -> askAgain());
  private volatile Runnable onAccountChange = () -> {};
  private final SdkHttpClient http =
      UrlConnectionHttpClient.builder()
          .connectionTimeout(Duration.ofSeconds(5))
          .socketTimeout(CALL_TIMEOUT)
          .build();
  private volatile @Nullable PersonalizeClient client;
  private boolean asked;
  private volatile boolean closed;

  /**
   * Connects nothing yet.
   *
   * @param region the region, else the SDK's default chain finds it at the first call
   * @param endpoint in place of AWS's own
   * @param limiter shared by all calls
   * @param meters counts calls by operation and outcome
   */
  public AwsConnection(
      Optional<String> region, Optional<URI> endpoint, RateLimiter limiter, MeterRegistry meters) {
    this.region = region.orElse(null);
    this.endpoint = endpoint;
    this.limiter = limiter;
    this.meters = meters;
    Gauge.builder(
            "personalize_operator_resources_waiting_for_rate_limit",
            limiter,
            RateLimiter::waitingPasses)
        .description("Custom resources whose next call to AWS waits for --requests-per-second")
        .register(meters);
  }

  /** Counts one more call of a pass that was admitted; the caller makes it at once. */
  public void countNext() {
    limiter.charge();
  }

  /**
   * Whether a pass may make its call now. If not, the pass ends; it is woken when its turn has
   * come, to decide again and to ask again.
   *
   * @param pass is woken
   */
  public boolean admits(CallOrder order, Wakeable pass) {
    return limiter.admits(order, pass);
  }

  /** A pass has ended and has no call to make any more. */
  public void leave(Wakeable pass) {
    limiter.leave(pass);
  }

  /** Runs a task, which makes one call, when its turn has come. */
  public void submit(Priority priority, Runnable task) {
    limiter.submit(priority, task);
  }

  /**
   * Makes one more call of a pass that was admitted, at once; the rate limit counts it.
   *
   * @throws AwsCallException with what the failure means
   */
  public <T extends @Nullable Object> T callNext(Function<PersonalizeClient, T> call)
      throws AwsCallException {
    limiter.charge();
    return call(call);
  }

  /**
   * Makes the one call of a pass that was admitted, or of a task whose turn has come.
   *
   * @throws AwsCallException with what the failure means
   */
  public <T extends @Nullable Object> T call(Function<PersonalizeClient, T> call)
      throws AwsCallException {
    try {
      return call.apply(client());
    } catch (AccountCheck.Refusal e) {
      throw new AwsCallException(e.failure(), e);
    } catch (SdkException e) {
      AwsFailure failure =
          AccountCheck.Refusal.of(e)
              .map(AccountCheck.Refusal::failure)
              .orElseGet(() -> FailureClassifier.classify(e));
      throw new AwsCallException(failure, e);
    } catch (IllegalStateException | RejectedExecutionException e) {
      // The clients say this of calls that begin after they are closed.
      if (closed) {
        throw new AwsCallException(AwsFailure.STOPPING, e);
      }
      throw e;
    }
  }

  /** The account, once STS or an ARN has shown it. */
  public Optional<String> account() {
    return account.current();
  }

  /** The region, when it is known: given, or found by the SDK at the first call. */
  public Optional<String> region() {
    return Optional.ofNullable(region);
  }

  /** Who forgets all that is known when the credentials turn out to be of another account. */
  public void setOnAccountChange(Runnable listener) {
    onAccountChange = listener;
  }

  /**
   * Learns the account from an ARN that AWS has answered, or compares it.
   *
   * @throws AwsCallException when it is another account than before: the answer is of no use
   */
  public void learnAccount(String arn) throws AwsCallException {
    if (account.shows(Arn.parse(arn).account())) {
      changed();
      throw new AwsCallException(AwsFailure.ACCOUNT_CHANGED);
    }
  }

  /** A custom resource has that ARN: credentials of its account are the right ones. */
  public void trustAccountOf(String arn) {
    account.trust(Arn.parse(arn).account());
  }

  private void changed() {
    LOG.warn(
        "The credentials are now of account {}: all that is known of AWS is read again",
        account.current().orElse("?"));
    onAccountChange.run();
  }

  /** The credentials have changed; without an answer of STS the next ARN shows the account. */
  private void askAgain() {
    try {
      if (account.shows(accountOfCredentials())) {
        changed();
        throw new AccountCheck.Refusal(AwsFailure.ACCOUNT_CHANGED);
      }
    } catch (SdkException e) {
      LOG.info("STS does not return the account of the new credentials: {}", e.getMessage());
    }
  }

  /**
   * The tags of a resource, for a pass that was admitted.
   *
   * @throws AwsCallException with what the failure means
   */
  public Map<String, String> tagsOf(String arn) throws AwsCallException {
    return call(client -> client.listTagsForResource(r -> r.resourceArn(arn))).tags().stream()
        .collect(Collectors.toMap(Tag::tagKey, Tag::tagValue));
  }

  /** Asks STS once for the account; without the permission it is learnt from the first ARN. */
  public synchronized void askForAccount() {
    if (asked || account.current().isPresent()) {
      return;
    }
    try {
      account.shows(accountOfCredentials());
      asked = true;
    } catch (SdkException e) {
      LOG.info(
          "STS does not return the account; it is learnt from the first ARN: {}", e.getMessage());
    }
  }

  private String accountOfCredentials() {
    try (StsClient sts = configured(StsClient.builder(), new Counting(meters)).build()) {
      return sts.getCallerIdentity().account();
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (client != null) {
      client.close();
    }
    http.close();
  }

  private PersonalizeClient client() {
    PersonalizeClient made = client;
    return made == null ? makeClient() : made;
  }

  private synchronized PersonalizeClient makeClient() {
    if (client == null) {
      client = configured(PersonalizeClient.builder(), check, new Counting(meters)).build();
    }
    return client;
  }

  private <B extends AwsSyncClientBuilder<B, ?> & AwsClientBuilder<B, ?>> B configured(
      B builder, ExecutionInterceptor... interceptors) {
    if (region == null) {
      region = DefaultAwsRegionProviderChain.builder().build().getRegion().id();
    }
    builder.region(Region.of(region));
    endpoint.ifPresent(builder::endpointOverride);
    builder.httpClient(http);
    return builder.overrideConfiguration(
        o ->
            o.retryStrategy(AwsRetryStrategy.doNotRetry())
                .apiCallAttemptTimeout(CALL_TIMEOUT)
                .executionInterceptors(List.of(interceptors)));
  }

  /** Counts every request that leaves. */
  private record Counting(MeterRegistry meters) implements ExecutionInterceptor {
    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes at) {
      String operation = at.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
      Counter.builder("personalize_operator_aws_requests_total")
          .description("Requests sent to AWS, by operation")
          .tag("operation", operation)
          .register(meters)
          .increment();
    }
  }
}
