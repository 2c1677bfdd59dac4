package io.personalizeoperator.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.api.filter.Filter;
import io.personalizeoperator.aws.AwsFailure;
import io.personalizeoperator.aws.FailureClass;
import io.personalizeoperator.decision.Action;
import io.personalizeoperator.decision.MissingReference;
import io.personalizeoperator.decision.Observed;
import io.personalizeoperator.status.Notice;
import io.personalizeoperator.testing.Manifests;
import io.personalizeoperator.testing.Observation;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.personalize.model.CreateFilterRequest;

/** A filter's dataset group that AWS does not find: whose affair that is. */
class MissingGroupTest {
  private static final String HERE = Observation.arn("dataset-group/movie");
  private static final String ELSEWHERE =
      "arn:aws:personalize:us-east-1:123456789012:dataset-group/movie";

  private final FilterDecider kind = new FilterDecider();

  @Test
  void anArnOfTheManifestIsForItsAuthorToPutRight() {
    assertThat(judged("datasetGroupArn: " + HERE, notFound("No " + HERE)))
        .isEqualTo(
            new AwsFailure(
                FailureClass.NEEDS_USER, "ResourceNotFoundException", "No " + HERE + "."));
  }

  @Test
  void whereTheManifestNamesNothingElseAwsNeedNotSayWhatItMissed() {
    assertThat(judged("datasetGroupArn: " + HERE, notFound("Not found.")).kind())
        .isEqualTo(FailureClass.NEEDS_USER);
  }

  @Test
  void anArnOfAnotherRegionIsNamedAsSuch() {
    assertThat(judged("datasetGroupArn: " + ELSEWHERE, notFound(ELSEWHERE)).message())
        .endsWith(" It is of region us-east-1, and the operator works in eu-west-1.");
  }

  @Test
  void aGroupThatTheOperatorLooksAfterMayJustNotShowYet() {
    AwsFailure failure = notFound("No " + HERE);
    assertThat(judged("datasetGroupRef: {name: movie}", failure)).isEqualTo(failure);
  }

  @Test
  void otherFailuresStayWhatTheyAre() {
    AwsFailure throttled = new AwsFailure(FailureClass.RETRY_SOON, "ThrottlingException", HERE);
    assertThat(judged("datasetGroupArn: " + HERE, throttled)).isEqualTo(throttled);
  }

  private static AwsFailure notFound(String message) {
    return new AwsFailure(FailureClass.GONE, "ResourceNotFoundException", message);
  }

  private AwsFailure judged(String group, AwsFailure failure) {
    Filter filter =
        Manifests.read(
            Filter.class,
            """
            metadata: {name: recent, uid: uid, generation: 1}
            spec:
              %s
              expression: INCLUDE ItemID WHERE Items.YEAR > 1990
            """
                .formatted(group));
    Observation<Filter, String> observation = Observation.of(filter);
    kind.references(filter).forEach(reference -> observation.parent(reference, null));
    Observed<Filter, String> observed = observation.observed(kind);
    Action.Create create =
        new Action.Create(
            observed.revisions().getFirst().plan(),
            CreateFilterRequest.builder().name("recent").build(),
            Map.of(),
            Notice.normal("Created", "Created."));
    return MissingReference.judged(failure, create, kind, observed);
  }
}
