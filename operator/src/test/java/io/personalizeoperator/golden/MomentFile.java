package io.personalizeoperator.golden;

import com.fasterxml.jackson.core.type.TypeReference;
import io.personalizeoperator.aws.AwsFailure;
import io.personalizeoperator.decision.Action;
import io.personalizeoperator.decision.Attempt;
import io.personalizeoperator.testing.Observation;
import java.time.Instant;

/**
 * in-moment.yaml: when and with which credentials the pass is made, and what has failed before it.
 *
 * @param now the time of the pass
 * @param account of the credentials; unknown: AWS has not told it yet
 * @param region of the client
 * @param failed why the action that the pass would take has failed before
 */
record MomentFile(Instant now, String account, String region, Failed failed) {
  private static final String UNKNOWN = "unknown";

  /**
   * A call that failed.
   *
   * @param failure why
   * @param count how many times in a row
   * @param at when last
   * @param retryAt when it may be tried again
   */
  record Failed(AwsFailure failure, int count, Instant at, Instant retryAt) {
    Attempt of(Action action, long generation) {
      return new Attempt(action.key(), generation, failure, count, at, retryAt);
    }
  }

  MomentFile {
    now = now == null ? Observation.NOW : now;
    account = account == null ? Observation.ACCOUNT : account.equals(UNKNOWN) ? null : account;
    region = region == null ? Observation.REGION : region;
  }

  static MomentFile in(GoldenFolder folder) {
    return folder
        .tree("in-moment.yaml")
        .map(tree -> Yaml.read(tree, new TypeReference<MomentFile>() {}))
        .orElseGet(() -> new MomentFile(null, null, null, null));
  }
}
