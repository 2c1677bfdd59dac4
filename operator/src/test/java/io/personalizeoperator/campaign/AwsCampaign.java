package io.personalizeoperator.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.account.LatestUpdate;
import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.aws.AwsFailure;
import io.personalizeoperator.testing.Remote;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** One campaign as AWS has it: one update at a time, which takes a while and may fail. */
final class AwsCampaign {
  private CampaignSettings serving;
  private CampaignSettings requested;
  private CampaignSettings sent;
  private LatestUpdate update;
  private Instant lastUpdated;
  private Instant updateEnds;
  private String status = "ACTIVE";
  private boolean known;
  private boolean unconfigurable;
  private AwsFailure unreadable;
  private Set<String> undeployable = Set.of();
  private int failures;
  private String failureReason = "An internal error.";
  private CampaignSettings outdated;
  private int outdatedAnswers;
  private boolean addsDefaults;
  private Duration updateTakes = Duration.ofMinutes(8);

  AwsCampaign(Instant created, CampaignSettings settings) {
    serving = settings;
    lastUpdated = created;
  }

  /** How long each update takes from now on. */
  AwsCampaign takes(Duration time) {
    updateTakes = time;
    return this;
  }

  /** After the next update it takes so many Describes until one shows what it changed. */
  void lags(int answers) {
    outdatedAnswers = answers;
  }

  /** AWS shows what a configuration leaves out with its default. */
  void addsDefaults() {
    addsDefaults = true;
  }

  /** The next updates that carry a configuration fail. */
  void cannotConfigure(boolean fails) {
    unconfigurable = fails;
  }

  /** So many updates end in CREATE FAILED. */
  AwsCampaign fails(int times) {
    failures = times;
    return this;
  }

  /** An update to one of these versions ends in CREATE FAILED. */
  void cannotDeploy(Set<String> versions) {
    undeployable = versions;
  }

  /** The campaign cannot be described from now on: what is known is what the operator sends. */
  void unreadable(AwsFailure why) {
    unreadable = why;
    known = false;
  }

  /** Its creation has failed; an update can still put it right. */
  void failed(Instant now) {
    status = "CREATE FAILED";
    lastUpdated = now;
    known = false;
  }

  CampaignSettings serving() {
    return serving;
  }

  boolean isBusy() {
    return updateEnds != null;
  }

  /** Whose answer the operator has seen is what it sent itself; what others send it has to read. */
  void send(Instant now, CampaignSettings settings, boolean byOperator) {
    assertThat(updateEnds).as("end of an update that is under way at " + now).isNull();
    requested = withDefaults(settings.or(serving));
    sent = settings;
    update = new LatestUpdate("CREATE IN_PROGRESS", null, now, now);
    lastUpdated = now;
    updateEnds = now.plus(updateTakes);
    known = byOperator;
  }

  Optional<Instant> nextChange() {
    return Optional.ofNullable(updateEnds);
  }

  void moveTo(Instant now) {
    if (updateEnds == null || updateEnds.isAfter(now)) {
      return;
    }
    boolean failed =
        failures > 0
            || unconfigurable && !Objects.equals(requested.config(), serving.config())
            || undeployable.contains(requested.solutionVersionArn())
                && !requested.solutionVersionArn().equals(serving.solutionVersionArn());
    failures -= failures > 0 ? 1 : 0;
    known &= unreadable == null;
    update =
        new LatestUpdate(
            failed ? "CREATE FAILED" : "ACTIVE",
            failed ? failureReason : null,
            update.created(),
            updateEnds);
    outdated = outdatedAnswers > 0 ? serving : null;
    serving = failed ? serving : requested;
    status = failed ? status : "ACTIVE";
    lastUpdated = updateEnds;
    updateEnds = null;
  }

  private CampaignSettings withDefaults(CampaignSettings asked) {
    return addsDefaults && asked.config() != null
        ? new CampaignSettings(
            asked.solutionVersionArn(),
            asked.minProvisionedTPS(),
            asked.config().toBuilder()
                .itemExplorationConfig(Map.of("explorationItemAgeCutOff", "30"))
                .build())
        : asked;
  }

  /** The operator has read the details. */
  void describe() {
    if (outdated != null && --outdatedAnswers <= 0) {
      outdated = null;
    }
    known = unreadable == null;
  }

  /** The operator knows nothing any more. */
  void forget() {
    known = false;
  }

  /** Of what cannot be described only what was sent is known. */
  private CampaignDetails details() {
    return unreadable == null
        ? new CampaignDetails(outdated == null ? serving : outdated, requested, update)
        : new CampaignDetails(null, sent, LatestUpdate.sent());
  }

  RemoteResource<CampaignDetails> live(Map<String, String> tags, Instant tagsRead) {
    Remote<CampaignDetails> remote =
        Remote.<CampaignDetails>in(status, SimulatedCampaign.ARN)
            .created(Instant.parse("2026-01-01T00:00:00Z"))
            .lastUpdated(lastUpdated)
            .details(known ? details() : null)
            .unreadable(unreadable);
    return (tags == null ? remote : remote.tagged(tags, tagsRead)).live();
  }
}
