package io.personalizeoperator.expression;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A file of cases under resources/expressions: blocks of lines, with {@code #} lines between. */
final class ExpressionFile {
  /** An expression that is refused. */
  record Fault(String expression, int position, String message) {}

  private ExpressionFile() {}

  /** The blocks of a file that have a given number of lines; any other number is an error. */
  static List<List<String>> blocks(String name, int size) {
    List<List<String>> blocks = new ArrayList<>();
    List<String> block = new ArrayList<>();
    for (String line : lines(name)) {
      block.add(line);
      if (block.size() == size) {
        blocks.add(List.copyOf(block));
        block.clear();
      }
    }
    if (!block.isEmpty()) {
      throw new IllegalStateException(name + " ends within a case: " + block);
    }
    return blocks;
  }

  static List<Fault> faults(String name) {
    return blocks(name, 3).stream()
        .map(b -> new Fault(b.get(0), b.get(1).indexOf('^'), b.get(2)))
        .toList();
  }

  private static List<String> lines(String name) {
    try (InputStream in =
        Objects.requireNonNull(ExpressionFile.class.getResourceAsStream("/expressions/" + name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
