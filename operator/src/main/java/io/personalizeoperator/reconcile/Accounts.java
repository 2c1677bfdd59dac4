package io.personalizeoperator.reconcile;

import io.personalizeoperator.account.AccountView;
import io.personalizeoperator.api.PersonalizeResource;

/** Which account and region a custom resource lives in. */
@FunctionalInterface
public interface Accounts {
  /** What is known of it, with its client and rate limit; a pass asks once. */
  AccountView of(PersonalizeResource<?, ?> resource);
}
