package io.personalizeoperator.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.account.LatestUpdate;
import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.decision.OwnerTags;
import io.personalizeoperator.testing.Remote;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** One campaign as AWS has it: one update at a time, which takes a while and may fail. */
final class AwsCampaign {
  private CampaignSettings serving;
  private CampaignSettings requested;
  private LatestUpdate update;
  private Instant lastUpdated;
  private Instant updateEnds;
  private String status = "ACTIVE";
  private boolean known;
  private int failures;
  private String failureReason = "An internal error.";
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

  /** So many updates end in CREATE FAILED. */
  AwsCampaign fails(int times) {
    failures = times;
    return this;
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
    requested =
        new CampaignSettings(
            settings.solutionVersionArn(),
            settings.minProvisionedTPS(),
            settings.config() == null ? serving.config() : settings.config());
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
    boolean failed = failures > 0;
    failures -= failed ? 1 : 0;
    update =
        new LatestUpdate(
            failed ? "CREATE FAILED" : "ACTIVE",
            failed ? failureReason : null,
            update.created(),
            updateEnds);
    serving = failed ? serving : requested;
    status = failed ? status : "ACTIVE";
    lastUpdated = updateEnds;
    updateEnds = null;
  }

  /** The operator has read the details. */
  void describe() {
    known = true;
  }

  /** The operator knows nothing any more. */
  void forget() {
    known = false;
  }

  RemoteResource<CampaignDetails> live(OwnerTags tags, Instant tagsRead) {
    Remote<CampaignDetails> remote =
        Remote.<CampaignDetails>in(status, SimulatedCampaign.ARN)
            .created(Instant.parse("2026-01-01T00:00:00Z"))
            .lastUpdated(lastUpdated)
            .details(known ? new CampaignDetails(serving, requested, update) : null);
    return (tags == null ? remote : remote.tagged(tags.with(Map.of()), tagsRead)).live();
  }
}
