package io.personalizeoperator.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.personalizeoperator.reconcile.Kind;
import io.personalizeoperator.schema.SchemaKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A case that is not whole, or that says what nobody reads, fails. */
class GoldenFolderTest {
  private static final JsonNode ACTUAL = Yaml.tree("{a: 1, b: [x, y]}");

  @TempDir private Path folder;

  private void file(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private GoldenFolder compared(Optional<JsonNode> actual) {
    GoldenFolder compared = new GoldenFolder(folder, false);
    compared.expect("out.yaml", actual);
    return compared;
  }

  private void decide() {
    List<Kind<?, ?>> kinds = List.of(SchemaKind.KIND);
    new GoldenDecision<>(SchemaKind.KIND, new GoldenFolder(folder, false), kinds).check();
  }

  @Test
  void equalTreesPassWhateverTheOrderOfTheirKeys() throws IOException {
    file("out.yaml", "# why\nb:\n- x\n- y\na: 1\n");

    assertThatCode(compared(Optional.of(ACTUAL))::finish).doesNotThrowAnyException();
  }

  @Test
  void everyDifferenceIsToldWithItsPlace() throws IOException {
    file("out.yaml", "{a: 2, b: [x, y, z], c: 3}");

    assertThatThrownBy(compared(Optional.of(ACTUAL))::finish)
        .hasMessageContaining("out.yaml: a: expected 2 but was 1")
        .hasMessageContaining("out.yaml: b[2]: expected \"z\" but was nothing")
        .hasMessageContaining("out.yaml: c: expected 3 but was nothing");
  }

  @Test
  void anOutFileThatIsMissingFails() {
    assertThatThrownBy(compared(Optional.of(ACTUAL))::finish)
        .hasMessageContaining("out.yaml is missing; it would be\na: 1\n");
  }

  @Test
  void anOutFileForNothingFails() throws IOException {
    file("out.yaml", "{a: 1}");

    assertThatThrownBy(compared(Optional.empty())::finish)
        .hasMessageContaining("out.yaml is there, but there is nothing of the kind");
  }

  @Test
  void aFileThatIsNotUsedFails() throws IOException {
    file("out.yaml", "{a: 1, b: [x, y]}");
    file("in-parents.yaml", "{}");

    assertThatThrownBy(compared(Optional.of(ACTUAL))::finish)
        .hasMessageContaining("in-parents.yaml is not used");
  }

  @Test
  void writingLeavesWhatIsRightAndTakesAwayWhatIsNot() throws IOException {
    file("right.yaml", "# why\n{a: 1, b: [x, y]}");
    file("wrong.yaml", "{a: 2}");
    file("none.yaml", "{a: 2}");
    GoldenFolder written = new GoldenFolder(folder, true);
    written.expect("right.yaml", Optional.of(ACTUAL));
    written.expect("wrong.yaml", Optional.of(ACTUAL));
    written.expect("none.yaml", Optional.empty());
    written.finish();

    assertThat(folder.resolve("right.yaml")).content().startsWith("# why");
    assertThat(folder.resolve("wrong.yaml")).hasContent("a: 1\nb:\n- x\n- \"y\"\n");
    assertThat(folder.resolve("none.yaml")).doesNotExist();
  }

  @Test
  void aKeyThatAResourceDoesNotHaveFails() throws IOException {
    file("in-resource.yaml", "{metadata: {name: s, generation: 1}, spec: {avro: '1', avrro: 2}}");

    assertThatThrownBy(this::decide).hasMessageContaining("spec.avrro");
  }

  @Test
  void aKeyThatTheAccountDoesNotHaveFails() throws IOException {
    file("in-resource.yaml", "{metadata: {name: s, generation: 1}, spec: {avro: '1'}}");
    file("in-aws.yaml", "{schema: {resorces: []}}");

    assertThatThrownBy(this::decide).hasMessageContaining("resorces");
  }

  @Test
  void whatTheDeciderDoesNotLookAtFails() throws IOException {
    file("in-resource.yaml", "{metadata: {name: s, generation: 1}, spec: {avro: '1'}}");
    file("in-aws.yaml", "{filter: {resources: []}}");

    assertThatThrownBy(this::decide).hasMessageContaining("does not look at [filter]");
  }
}
