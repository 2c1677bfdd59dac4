package io.personalizeoperator.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.campaign.CampaignKind;
import io.personalizeoperator.dataset.DatasetKind;
import io.personalizeoperator.datasetgroup.DatasetGroupKind;
import io.personalizeoperator.datasetimport.DatasetImportKind;
import io.personalizeoperator.filter.FilterKind;
import io.personalizeoperator.reconcile.Kind;
import io.personalizeoperator.schema.SchemaKind;
import io.personalizeoperator.solution.SolutionKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each kind decides, case by case: {@code decisions/<kind>/<case>/} has what is observed in
 * in-*.yaml and what is decided in out-*.yaml. CONTRIBUTING.md tells how to add one.
 */
class DecisionsTest {
  private static final Path FOLDER = Path.of("src/test/resources/decisions");
  private static final boolean WRITE = Boolean.getBoolean("golden.write");
  static final List<Kind<?, ?>> KINDS =
      List.of(
          DatasetGroupKind.KIND,
          SchemaKind.KIND,
          DatasetKind.KIND,
          DatasetImportKind.KIND,
          SolutionKind.KIND,
          CampaignKind.KIND,
          FilterKind.KIND);

  private static String folderOf(Kind<?, ?> kind) {
    return kind.type().getSimpleName().toLowerCase(Locale.ROOT);
  }

  private static List<Path> below(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    }
  }

  static List<GoldenFolder> foldersOf(Kind<?, ?> kind) throws IOException {
    return below(FOLDER.resolve(folderOf(kind))).stream()
        .map(folder -> new GoldenFolder(folder, WRITE))
        .toList();
  }

  static List<Arguments> cases() throws IOException {
    List<Arguments> all = new ArrayList<>();
    for (Kind<?, ?> kind : KINDS) {
      foldersOf(kind).forEach(folder -> all.add(Arguments.of(folder, kind)));
    }
    return all;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theDecisionIsAsTheFolderSays(GoldenFolder folder, Kind<?, ?> kind) {
    new GoldenDecision<>(kind, folder, KINDS).check();
  }

  @Test
  void everyKindHasAFolderAndNothingElseHas() throws IOException {
    assertThat(below(FOLDER).stream().map(folder -> folder.getFileName().toString()))
        .containsExactlyInAnyOrderElementsOf(KINDS.stream().map(DecisionsTest::folderOf).toList());
  }

  @Test
  void filesAreComparedAndNotWritten() {
    assertThat(WRITE)
        .as("golden.write: the out files were written. Look at git diff, and run without it.")
        .isFalse();
  }
}
