package io.personalizeoperator.aws;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Looks at the access key that each request is signed with, before it leaves. When it is another
 * one than before, as after every rotation, the account is asked for; and a request that changes
 * something does not leave while the account may be the wrong one.
 */
final class AccountCheck implements ExecutionInterceptor {
  /** Signature Version 4 (AWS General Reference): {@code Credential=<access key>/<date>/…}. */
  private static final Pattern KEY = Pattern.compile("Credential=([^/]+)/");

  /** Says of a request why it did not leave. */
  static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient AwsFailure failure;

    Refusal(AwsFailure failure) {
      super(failure.message());
      this.failure = failure;
    }

    AwsFailure failure() {
      return failure;
    }

    /** The refusal behind an exception of the SDK, if that is what it is about. */
    static Optional<Refusal> of(Throwable thrown) {
      for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
        if (cause instanceof Refusal refusal) {
          return Optional.of(refusal);
        }
      }
      return Optional.empty();
    }
  }

  private final KnownAccount account;
  private final Consumer<String> onNewKey;
  private @Nullable String lastKey;

  /**
   * Knows no key yet.
   *
   * @param onNewKey asks for the account of another key than before; throws a Refusal when it is
   *     another account
   */
  AccountCheck(KnownAccount account, Consumer<String> onNewKey) {
    this.account = account;
    this.onNewKey = onNewKey;
  }

  @Override
  public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes at) {
    context.httpRequest().firstMatchingHeader("Authorization").ifPresent(this::look);
    if (isChange(at.getAttribute(SdkExecutionAttribute.OPERATION_NAME))) {
      account
          .refusal()
          .ifPresent(
              failure -> {
                throw new Refusal(failure);
              });
    }
  }

  private static boolean isChange(String operation) {
    return !operation.startsWith("List")
        && !operation.startsWith("Describe")
        && !operation.startsWith("Get");
  }

  /** One at a time: those that come meanwhile wait for what the account turns out to be. */
  private synchronized void look(String authorization) {
    Matcher key = KEY.matcher(authorization);
    if (!key.find() || key.group(1).equals(lastKey)) {
      return;
    }
    boolean first = lastKey == null;
    lastKey = key.group(1);
    if (!first) {
      onNewKey.accept(lastKey);
    }
  }
}
