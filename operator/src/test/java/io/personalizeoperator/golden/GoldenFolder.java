package io.personalizeoperator.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One case: a folder of files that a decision is made from, and of those that it has to give. */
final class GoldenFolder {
  private final Path folder;
  private final boolean write;
  private final Set<String> used = new HashSet<>();
  private final List<String> faults = new ArrayList<>();

  /**
   * Reads nothing yet.
   *
   * @param write whether out files are written instead of compared
   */
  GoldenFolder(Path folder, boolean write) {
    this.folder = folder;
    this.write = write;
  }

  /** The documents of an in file, none when the case has no such file. */
  List<JsonNode> documents(String name) {
    return text(name).map(Yaml::documents).orElse(List.of());
  }

  /** The only document of an in file. */
  Optional<JsonNode> tree(String name) {
    List<JsonNode> all = documents(name);
    if (all.size() > 1) {
      throw new AssertionError(folder + "/" + name + " has more than one document");
    }
    return all.stream().findFirst();
  }

  /** Compares an out file; empty: there may be none. */
  void expect(String name, Optional<JsonNode> actual) {
    Optional<JsonNode> expected = text(name).map(Yaml::tree);
    if (expected.equals(actual)) {
      return;
    }
    if (write) {
      rewrite(folder.resolve(name), actual);
    } else if (expected.isEmpty()) {
      faults.add(name + " is missing; it would be\n" + Yaml.text(actual.orElseThrow()));
    } else if (actual.isEmpty()) {
      faults.add(name + " is there, but there is nothing of the kind");
    } else {
      TreeDifference.between(expected.get(), actual.get())
          .forEach(line -> faults.add(name + ": " + line));
    }
  }

  /** Fails with everything that was wrong, and with the files that nobody asked for. */
  void finish() {
    try (Stream<Path> files = Files.list(folder)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> !used.contains(name))
          .sorted()
          .forEach(name -> faults.add(name + " is not used: no such file belongs to a case"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!faults.isEmpty()) {
      throw new AssertionError(folder + "\n" + String.join("\n", faults));
    }
  }

  private Optional<String> text(String name) {
    used.add(name);
    Path file = folder.resolve(name);
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void rewrite(Path file, Optional<JsonNode> tree) {
    try {
      if (tree.isPresent()) {
        Files.writeString(file, Yaml.text(tree.get()));
      } else {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return folder.getParent().getFileName() + "/" + folder.getFileName();
  }
}
