package io.personalizeoperator.decision;

import io.personalizeoperator.aws.Arn;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Verdict;
import java.util.Optional;

/** Safety rule 3: nothing is touched while the credentials are of another account or region. */
final class AccountConcern {
  private AccountConcern() {}

  static Optional<Finding> look(Observed<?, ?> observed) {
    if (observed.before().arn() == null) {
      return Optional.empty();
    }
    Arn arn = Arn.parse(observed.before().arn());
    boolean account = observed.account().map(arn.account()::equals).orElse(true);
    boolean region = observed.region().map(arn.region()::equals).orElse(true);
    return account && region
        ? Optional.empty()
        : Optional.of(
            Finding.rest(
                Concern.ACCOUNT,
                Verdict.stalled(
                    Reason.WrongAccount,
                    "status.arn is in account %s, region %s, but the operator's credentials are for account %s, region %s. Nothing is created, changed or deleted. Fix the credentials or the region."
                        .formatted(
                            arn.account(),
                            arn.region(),
                            observed.account().orElse("?"),
                            observed.region().orElse("?")),
                    false)));
  }
}
