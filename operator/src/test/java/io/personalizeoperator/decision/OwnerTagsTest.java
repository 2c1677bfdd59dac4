package io.personalizeoperator.decision;

import static io.personalizeoperator.decision.OwnerTags.Owner.ANOTHER;
import static io.personalizeoperator.decision.OwnerTags.Owner.NOBODY;
import static io.personalizeoperator.decision.OwnerTags.Owner.OURS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnerTagsTest {
  private static final OwnerTags OWNER = new OwnerTags("c", "n", "r");

  @Test
  void ourThreeTagsMakeItOursWhateverElseIsThere() {
    assertThat(OWNER.ownerOf(OWNER.with(Map.of()))).isEqualTo(OURS);
    assertThat(OWNER.ownerOf(OWNER.with(Map.of("team", "films")))).isEqualTo(OURS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cluster", "namespace", "name"})
  void anyOtherValueOrAMissingTagMakesItAnothers(String key) {
    Map<String, String> tags = new HashMap<>(OWNER.with(Map.of()));
    tags.put("personalize-operator.io/" + key, "other");
    assertThat(OWNER.ownerOf(tags)).isEqualTo(ANOTHER);

    tags.remove("personalize-operator.io/" + key);
    assertThat(OWNER.ownerOf(tags)).isEqualTo(ANOTHER);
  }

  @Test
  void noTagOfAnOperatorMakesItNobodys() {
    assertThat(OWNER.ownerOf(Map.of())).isEqualTo(NOBODY);
    assertThat(OWNER.ownerOf(Map.of("name", "r", "namespace", "n", "cluster", "c")))
        .isEqualTo(NOBODY);
  }

  @Test
  void theUsersTagsCannotReplaceTheOwners() {
    assertThat(OWNER.with(Map.of("personalize-operator.io/name", "x", "a", "b")))
        .isEqualTo(
            Map.of(
                "personalize-operator.io/cluster", "c",
                "personalize-operator.io/namespace", "n",
                "personalize-operator.io/name", "r",
                "a", "b"));
    assertThat(OWNER.with(null)).hasSize(3);
  }

  @Test
  void anotherOwnerIsDescribedAsFarAsItsTagsTell() {
    assertThat(OwnerTags.describe(OWNER.with(null))).isEqualTo("n/r in cluster c");
    assertThat(OwnerTags.describe(Map.of("personalize-operator.io/name", "r")))
        .isEqualTo("?/r in cluster ?");
  }
}
