package io.personalizeoperator.aws;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The account of the credentials, as STS and the ARNs in AWS's answers show it: credentials can
 * change while the process runs. Changes are sent only to the account that the process learnt
 * first, or in which a custom resource has its ARN.
 */
final class KnownAccount {
  private @Nullable String current;
  private @Nullable String trusted;

  synchronized Optional<String> current() {
    return Optional.ofNullable(current);
  }

  /**
   * Takes in which account the credentials are of.
   *
   * @return whether they were of another one before
   */
  synchronized boolean shows(String account) {
    boolean changed = current != null && !current.equals(account);
    current = account;
    if (trusted == null) {
      trusted = account;
    }
    return changed;
  }

  /** A custom resource has its ARN in that account. */
  synchronized void trust(String account) {
    if (account.equals(current)) {
      trusted = account;
    }
  }

  /** Why nothing may be changed with these credentials; empty when it may. */
  synchronized Optional<AwsFailure> refusal() {
    return current == null || current.equals(trusted)
        ? Optional.empty()
        : Optional.of(
            new AwsFailure(
                FailureClass.NO_CREDENTIALS,
                AwsFailure.WRONG_ACCOUNT,
                "The operator's credentials are for account %s now; before they were for account %s. Nothing is created, changed or deleted. Fix the credentials, or restart the operator if they are right."
                    .formatted(current, trusted)));
  }
}
