package io.personalizeoperator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.personalizeoperator.api.filter.Filter;
import io.personalizeoperator.testing.Manifests;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecentWritesTest {
  private final RecentWrites<Filter> writes = new RecentWrites<>();

  private static Filter version(String uid, int version) {
    return Manifests.read(
        Filter.class,
        "metadata: {name: recent, namespace: default, uid: %s, resourceVersion: \"%d\"}"
            .formatted(uid, version));
  }

  private static Filter version(int version) {
    return version("uid", version);
  }

  @Test
  void aWriteIsSeenThoughTheCacheHasAnOlderVersion() {
    writes.wrote(version(10), Optional.empty());
    assertThat(writes.newest(version(9)).getMetadata().getResourceVersion()).isEqualTo("10");
  }

  @Test
  void anOlderEventThatComesInBetweenTakesNothingAway() {
    writes.wrote(version(10), Optional.empty());
    writes.seen(version(9));
    assertThat(writes.newest(version(9)).getMetadata().getResourceVersion()).isEqualTo("10");
  }

  @Test
  void whatTheCacheHasNewerCounts() {
    writes.wrote(version(10), Optional.empty());
    assertThat(writes.newest(version(11)).getMetadata().getResourceVersion()).isEqualTo("11");
  }

  @Test
  void nothingIsKeptOnceTheWatchHasBroughtIt() {
    writes.wrote(version(10), Optional.empty());
    writes.seen(version(10));
    assertThat(writes.newest(version(9)).getMetadata().getResourceVersion()).isEqualTo("9");
  }

  @Test
  void nothingIsKeptThatTheWatchHasBroughtBeforeTheAnswer() {
    writes.wrote(version(10), Optional.of(version(10)));
    assertThat(writes.newest(version(9)).getMetadata().getResourceVersion()).isEqualTo("9");

    writes.wrote(version(10), Optional.of(version(9)));
    assertThat(writes.newest(version(9)).getMetadata().getResourceVersion()).isEqualTo("10");
  }

  @Test
  void aWriteToOneOfTheSameNameThatIsGoneDoesNotCount() {
    writes.wrote(version("earlier", 10), Optional.empty());
    assertThat(writes.newest(version("later", 9)).getMetadata().getUid()).isEqualTo("later");

    writes.wrote(version(10), Optional.empty());
    writes.forget(new ResourceID("recent", "default"));
    assertThat(writes.newest(version(9)).getMetadata().getResourceVersion()).isEqualTo("9");
  }
}
