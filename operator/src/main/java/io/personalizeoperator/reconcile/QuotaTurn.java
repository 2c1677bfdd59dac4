package io.personalizeoperator.reconcile;

import io.personalizeoperator.account.QuotaGates;
import io.personalizeoperator.account.QuotaScope;
import io.personalizeoperator.account.RemoteKind;
import io.personalizeoperator.aws.AwsFailure;
import io.personalizeoperator.clock.Wakeable;
import io.personalizeoperator.decision.Action;
import io.personalizeoperator.decision.Outcome;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.personalize.model.CreateCampaignRequest;
import software.amazon.awssdk.services.personalize.model.CreateDatasetRequest;
import software.amazon.awssdk.services.personalize.model.CreateFilterRequest;
import software.amazon.awssdk.services.personalize.model.CreateSolutionRequest;
import software.amazon.awssdk.services.personalize.model.PersonalizeRequest;

/**
 * The turn of one resource at the quotas that its creations count in. A creation that has to wait
 * counts as refused, with AWS's words to those that were: it holds back nothing else.
 *
 * @param gates the quotas of the account that are used up
 * @param kind the resource's kind
 * @param pass is woken when its turn has come
 */
record QuotaTurn(QuotaGates gates, RemoteKind<?> kind, Wakeable pass) {
  /** What AWS last answered to a creation like this one, while it has to wait; empty otherwise. */
  Optional<Outcome> waitFor(Action action, Instant neededBy) {
    return scope(action)
        .flatMap(scope -> gates.holding(scope, pass, neededBy))
        .map(failure -> new Outcome.Refused(action, failure));
  }

  /** Whether a creation that was refused for a quota may be tried now. */
  boolean hasCome() {
    return gates.hasTurn(pass);
  }

  /** Takes in what became of a call. */
  void tried(Outcome outcome, Instant neededBy) {
    scope(outcome.action()).ifPresent(scope -> tried(scope, outcome, neededBy));
  }

  private void tried(QuotaScope scope, Outcome outcome, Instant neededBy) {
    switch (outcome) {
      case Outcome.Unknown unknown -> gates.unanswered(scope, pass, neededBy);
      case Outcome.Refused refused -> {
        AwsFailure failure = refused.failure();
        if (failure.isQuota()) {
          gates.refused(scope, pass, neededBy, failure);
        } else {
          gates.answered(scope, pass, false);
        }
      }
      case Outcome.Created created -> gates.answered(scope, pass, true);
      case Outcome.Existed existed -> gates.answered(scope, pass, false);
      case Outcome.WasGone gone -> gates.answered(scope, pass, false);
      case Outcome.Done done -> gates.answered(scope, pass, false);
      case Outcome.Listed listed -> gates.answered(scope, pass, false);
    }
  }

  /** The pass has ended and has nothing to create any more, or not now. */
  void skip() {
    gates.skipped(pass);
  }

  /** What an action's creation counts in; empty for what creates nothing. */
  private Optional<QuotaScope> scope(Action action) {
    return switch (action) {
      case Action.Create create -> Optional.of(scope(kind, create.request()));
      case Action.CreateRelated create -> Optional.of(scope(create.kind(), create.request()));
      default -> Optional.empty();
    };
  }

  /**
   * Solutions, campaigns and filters count in their dataset group. That of a campaign's solution is
   * not in the request: its solution stands for it, so that no other group waits for this one.
   */
  private static QuotaScope scope(RemoteKind<?> kind, PersonalizeRequest request) {
    String parent =
        switch (request) {
          case CreateSolutionRequest solution -> solution.datasetGroupArn();
          case CreateFilterRequest filter -> filter.datasetGroupArn();
          case CreateDatasetRequest dataset -> dataset.datasetGroupArn();
          case CreateCampaignRequest campaign ->
              campaign
                  .solutionVersionArn()
                  .substring(0, campaign.solutionVersionArn().lastIndexOf('/'));
          default -> "";
        };
    return new QuotaScope(kind.type(), parent);
  }
}
