package io.personalizeoperator.datasetimport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobNameTest {
  private static final String CONTENT = "0123456789abcdef";
  private static final String CREATED = "2026-11-23T12:00:00Z";

  private static JobName name(String awsName, long generation, String uid, String created) {
    return JobName.of(awsName, generation, CONTENT, uid, created);
  }

  @Test
  void theNameIsAFunctionOfTheManifest() {
    JobName name = name("items", 3, "uid-1", CREATED);

    assertThat(name).isEqualTo(name("items", 3, "uid-1", CREATED));
    assertThat(name.toString()).matches("items-g3-0123456789abcdef-[0-9a-f]{6}");
  }

  @Test
  void aResourceOrADatasetThatIsCreatedAgainMeetsNoNameOfTheOneBefore() {
    JobName name = name("items", 3, "uid-1", CREATED);

    assertThat(name("items", 3, "uid-2", CREATED).origin()).isNotEqualTo(name.origin());
    assertThat(name("items", 3, "uid-1", "2026-11-24T12:00:00Z").origin())
        .isNotEqualTo(name.origin());
    assertThat(name("items", 4, "uid-1", CREATED).origin()).isEqualTo(name.origin());
  }

  @Test
  void aNameIsReadBackAsItWasWritten() {
    JobName name = name("new-g2-items", 12, "uid-1", CREATED);

    assertThat(JobName.parse(name.toString())).contains(name);
    assertThat(JobName.baseOf("dataset-import-job/" + name))
        .isEqualTo(JobName.groupOf("new-g2-items"));
  }

  @Test
  void aNameOfAnEarlierVersionIsReadAndStaysInItsGroup() {
    String former = "x".repeat(45) + "-g12-03f1c039";

    JobName name = JobName.parse(former).orElseThrow();

    assertThat(name.isFormer()).isTrue();
    assertThat(name).hasToString(former);
    assertThat(name.content()).isEqualTo("03f1c039");
    assertThat(JobName.baseOf("dataset-import-job/" + former))
        .isEqualTo(JobName.groupOf("x".repeat(63)));
  }

  @Test
  void aLongNameIsCutToLeaveRoomAndStaysInItsGroup() {
    String longest = "x".repeat(63);
    JobName name = name(longest, 9_999_999, "uid-1", CREATED);

    assertThat(name.toString()).hasSizeLessThanOrEqualTo(63);
    assertThat(JobName.parse(name.toString())).contains(name);
    assertThat(JobName.baseOf("dataset-import-job/" + name)).isEqualTo(JobName.groupOf(longest));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "items",
        "items-g3",
        "items-g3-1234",
        "items-gx-12345678",
        "-g3-12345678",
        "items-g99999999999999999999-12345678",
        "items-g3-0123456789abcdef",
        "items-g3-0123456789abcdef-01234"
      })
  void jobsOfOthersAreNoneOfOurs(String name) {
    assertThat(JobName.parse(name)).isEmpty();
    assertThat(JobName.baseOf("dataset-import-job/" + name)).isNotEqualTo("dataset-import-job/x");
  }
}
