package io.personalizeoperator.decision;

import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.status.Notice;
import io.personalizeoperator.status.Reason;
import io.personalizeoperator.status.Verdict;
import java.util.Optional;

/** In what a revision of ours differs from the manifest. */
final class ConfigurationConcern {
  private ConfigurationConcern() {}

  static <D> Optional<Finding> look(Subject<D> subject) {
    RemoteResource<D> live = subject.live();
    if (live.details() == null) {
      return Optional.empty();
    }
    return subject.differences().isEmpty()
        ? drift(subject)
        : Optional.of(
            Finding.rest(
                Concern.CONFIGURATION,
                Verdict.stalled(
                    Reason.ImmutableDifference,
                    "%s differs from the manifest in settings that AWS cannot change: %s."
                        .formatted(live.arn(), String.join("; ", subject.differences())),
                    live.isActive())));
  }

  private static <D> Optional<Finding> drift(Subject<D> subject) {
    RemoteResource<D> live = subject.live();
    return switch (subject.intent().drift(subject.revision())) {
      case Drift.None n -> Optional.empty();
      case Drift.UpdateUnderWay u ->
          Optional.of(Finding.rest(Concern.CONFIGURATION, u.verdict(live.isActive())));
      case Drift.UpdateFailed u ->
          Optional.of(
              Finding.restUntil(
                  Concern.CONFIGURATION,
                  Verdict.stalled(
                      live.hasFailed() ? subject.traits().failed() : Reason.UpdateFailed,
                      u.message(),
                      live.isActive()),
                  u.retryAt()));
      case Drift.NotKept n -> Optional.of(n.look(subject.observed(), live, false));
      case Drift.Repairable r ->
          Optional.of(
              Finding.act(
                  Concern.CONFIGURATION,
                  DetailsConcern.comparing(subject),
                  new Action.Update(live.arn(), r.request(), notice(subject.observed(), r))));
    };
  }

  private static Notice notice(Observed<?, ?> observed, Drift.Repairable repair) {
    return observed.isApplied()
        ? Notice.warning("DriftCorrected", "Correcting it in AWS: " + repair.what() + ".")
        : Notice.normal("Updated", "An update was started: " + repair.what() + ".");
  }
}
