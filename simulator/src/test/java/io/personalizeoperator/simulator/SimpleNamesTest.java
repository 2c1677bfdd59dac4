package io.personalizeoperator.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One simple name means one type in the main code of all modules. */
class SimpleNamesTest {
  @Test
  void noTwoTopLevelTypesHaveTheSameSimpleName() throws IOException {
    Map<String, List<String>> files = new TreeMap<>();
    List<String> modules = new ArrayList<>();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(Path.of(".."))) {
      for (Path folder : folders) {
        Path sources = folder.resolve("src/main/java");
        if (Files.isDirectory(sources)) {
          modules.add(folder.getFileName().toString());
          read(sources, files);
        }
      }
    }
    assertThat(modules).contains("crds", "filter-expressions", "operator", "simulator");
    files.remove("package-info.java");
    files.values().removeIf(found -> found.size() == 1);
    assertThat(files).as("top-level types with the same simple name: rename one").isEmpty();
  }

  private static void read(Path sources, Map<String, List<String>> files) throws IOException {
    try (Stream<Path> all = Files.walk(sources)) {
      all.filter(file -> file.toString().endsWith(".java"))
          .forEach(
              file ->
                  files
                      .computeIfAbsent(file.getFileName().toString(), name -> new ArrayList<>())
                      .add(file.toString()));
    }
  }
}
