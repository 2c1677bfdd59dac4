package io.personalizeoperator.solution;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.api.datasetgroup.DatasetGroup;
import io.personalizeoperator.api.solution.PromotedVersion;
import io.personalizeoperator.api.solution.Solution;
import io.personalizeoperator.api.solution.SolutionStatus;
import io.personalizeoperator.api.solution.SolutionVersionStatus;
import io.personalizeoperator.api.solution.VersionPromotion;
import io.personalizeoperator.decision.ParentReference;
import io.personalizeoperator.testing.Manifests;
import io.personalizeoperator.testing.Observation;
import io.personalizeoperator.testing.Remote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which version campaigns follow. */
class PromotionsTest {
  private static final String ARN = Observation.arn("solution/s");
  private static final Instant THEN = Instant.parse("2026-11-01T00:00:00Z");

  private final List<SolutionVersionStatus> versions = new ArrayList<>();
  private String promotion = "{}";
  private String annotations = "{}";
  private String promoted;
  private String held;
  private String created = THEN.toString();

  private void version(String id, String status, Double coverage) {
    versions.add(
        new SolutionVersionStatus(
            ARN + "/" + id,
            id,
            null,
            null,
            status,
            "FULL",
            "MANUAL",
            THEN.plusSeconds(versions.size()),
            THEN.plusSeconds(versions.size()),
            null,
            1.0,
            coverage == null ? null : Map.of("coverage", coverage),
            null,
            null));
  }

  private Promotions choose() {
    Solution solution =
        Manifests.read(
            Solution.class,
            "metadata: {name: s, annotations: %s}\nspec: {recipe: r, datasetGroupRef: {name: g}, promotion: %s}\nstatus: {arn: '%s', awsCreated: '%s'}"
                .formatted(annotations, promotion, ARN, created));
    SolutionStatus status = solution.getStatus();
    if (promoted != null) {
      status =
          status.withPromotedVersion(new PromotedVersion(ARN + "/" + promoted, promoted, THEN));
    }
    solution.setStatus(
        held == null
            ? status
            : new SolutionStatus(
                status.lifecycle(),
                null,
                status.promotedVersion(),
                held,
                null,
                null,
                null,
                null,
                null,
                null,
                null));
    return Promotions.of(
        Observation.<Solution, SolutionDetails>of(solution)
            .parent(
                ParentReference.of(DatasetGroup.class, solution.getSpec().datasetGroupRef(), null),
                null)
            .seeing(Remote.<SolutionDetails>active(ARN).created(THEN))
            .observed(new SolutionDecider()),
        new VersionHistory(versions));
  }

  private VersionPromotion promotionOf(String id) {
    return choose().history().stream()
        .filter(version -> id.equals(version.name()))
        .findFirst()
        .orElseThrow()
        .promotion();
  }

  private String chosen() {
    return choose().promoted().map(PromotedVersion::id).orElse(null);
  }

  @Test
  void theNewestActiveOneIsFollowed() {
    version("v1", "ACTIVE", null);
    version("v2", "ACTIVE", null);
    version("v3", "CREATE IN_PROGRESS", null);
    assertThat(chosen()).isEqualTo("v2");
    assertThat(choose().promoted().orElseThrow().since()).isEqualTo(Observation.NOW);
  }

  @Test
  void aVersionThatFailsAGateIsBlockedAndTheOneBeforeServes() {
    promotion = "{gates: [{metric: coverage, maximumDrop: 10%}]}";
    promoted = "v1";
    version("v1", "ACTIVE", 0.2);
    version("v2", "ACTIVE", 0.1);
    assertThat(chosen()).isEqualTo("v1");
    assertThat(promotionOf("v2")).isEqualTo(VersionPromotion.Blocked);
    assertThat(choose().blocked().orElseThrow().message()).contains("coverage is 0.1");
  }

  @Test
  void ofSeveralTheNewestThatMeetsTheGatesIsFollowed() {
    promotion = "{gates: [{metric: coverage, minimum: 0.15}]}";
    promoted = "v1";
    version("v1", "ACTIVE", 0.2);
    version("v2", "ACTIVE", 0.3);
    version("v3", "ACTIVE", 0.1);
    assertThat(chosen()).isEqualTo("v2");
    assertThat(promotionOf("v3")).isEqualTo(VersionPromotion.Blocked);
  }

  @Test
  void nothingIsPromotedBeforeItsMetricsAreRead() {
    promotion = "{gates: [{metric: coverage, minimum: 0.15}]}";
    promoted = "v1";
    version("v1", "ACTIVE", 0.2);
    version("v2", "ACTIVE", null);
    assertThat(chosen()).isEqualTo("v1");
    assertThat(promotionOf("v2")).isNull();
  }

  @Test
  void aDropIsNotJudgedBeforeTheMetricsOfThePromotedVersionAreRead() {
    promotion = "{gates: [{metric: coverage, maximumDrop: 10%}]}";
    promoted = "v1";
    version("v1", "ACTIVE", null);
    version("v2", "ACTIVE", 0.1);
    assertThat(chosen()).isEqualTo("v1");
    promoted = "pruned";
    assertThat(chosen()).isEqualTo("pruned");
  }

  @Test
  void whatIsKnownOfASolutionBeforeThisOneDoesNotCount() {
    promoted = "v0";
    held = ARN + "/v0";
    created = "2026-10-01T00:00:00Z";
    version("v1", "ACTIVE", null);
    assertThat(chosen()).isEqualTo("v1");
  }

  @Test
  void aVersionOfAnotherSolutionIsSaid() {
    promoted = "v1";
    version("v1", "ACTIVE", null);
    annotations = "{personalize-operator.io/promote: 'arn:foo'}";
    assertThat(chosen()).isEqualTo("v1");
    assertThat(choose().problem().orElseThrow()).contains("arn:foo");
  }

  @Test
  void manualPromotionWaitsForTheAnnotation() {
    promotion = "{mode: Manual}";
    version("v1", "ACTIVE", null);
    assertThat(chosen()).isNull();
    assertThat(promotionOf("v1")).isEqualTo(VersionPromotion.Held);

    annotations = "{personalize-operator.io/promote: v1}";
    assertThat(chosen()).isEqualTo("v1");
  }

  @Test
  void anOlderVersionThatIsNamedIsARollbackAndHoldsUntilAuto() {
    promoted = "v2";
    version("v1", "ACTIVE", null);
    version("v2", "ACTIVE", null);
    version("v3", "ACTIVE", null);
    annotations = "{personalize-operator.io/promote: '%s/v1'}".formatted(ARN);
    assertThat(chosen()).isEqualTo("v1");
    assertThat(choose().held()).contains(ARN + "/v1");

    annotations = "{}";
    promoted = "v1";
    held = ARN + "/v1";
    assertThat(chosen()).as("the annotation was lost").isEqualTo("v1");
    assertThat(promotionOf("v3")).isEqualTo(VersionPromotion.Held);

    annotations = "{personalize-operator.io/promote: auto}";
    assertThat(chosen()).isEqualTo("v3");
    assertThat(choose().held()).isEmpty();
  }

  @Test
  void aNamedVersionThatIsNotActiveChangesNothingAndIsSaid() {
    promoted = "v1";
    version("v1", "ACTIVE", null);
    version("v2", "CREATE FAILED", null);
    annotations = "{personalize-operator.io/promote: v2}";
    assertThat(chosen()).isEqualTo("v1");
    assertThat(choose().problem().orElseThrow()).contains("names v2, which is not an ACTIVE");
  }

  @Test
  void theNamedVersionIsNotAskedForItsMetrics() {
    promotion = "{gates: [{metric: coverage, minimum: 0.9}]}";
    promoted = "v1";
    version("v1", "ACTIVE", 0.2);
    version("v2", "ACTIVE", 0.1);
    annotations = "{personalize-operator.io/promote: v2}";
    assertThat(chosen()).isEqualTo("v2");
  }
}
