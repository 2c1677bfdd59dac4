package io.personalizeoperator.api;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One file below src/test/resources/admission/&lt;kind&gt;: valid-*.yaml, which the API server has
 * to accept, or invalid-*.yaml, which it has to refuse. A file with two documents is an update: the
 * first is created, with its status if it has one, and the second, which takes its place, is what
 * the case is about.
 *
 * @param name kind and file, for reports
 * @param kind folder, the kind in lower case
 * @param accepted whether the file is a valid-*
 * @param messages from comments {@code # message: ...}: what the refusal has to say
 * @param stored from comments {@code # stored: path=value}: what has to be stored, such as defaults
 * @param documents the documents
 */
record AdmissionCase(
    String name,
    String kind,
    boolean accepted,
    List<String> messages,
    List<String> stored,
    List<GenericKubernetesResource> documents) {
  static final Path FOLDER = Path.of("src/test/resources/admission");

  static List<AdmissionCase> all() {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files.filter(Files::isRegularFile).sorted().map(AdmissionCase::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static AdmissionCase read(Path file) {
    String fileName = file.getFileName().toString();
    if (!fileName.matches("(valid|invalid)-.*\\.yaml")) {
      throw new IllegalStateException("neither valid-*.yaml nor invalid-*.yaml: " + file);
    }
    try {
      String text = Files.readString(file);
      return new AdmissionCase(
          FOLDER.relativize(file).toString(),
          file.getParent().getFileName().toString(),
          fileName.startsWith("valid-"),
          comments(text, "# message: "),
          comments(text, "# stored: "),
          Stream.of(text.split("(?m)^---$"))
              .map(part -> Serialization.unmarshal(part, GenericKubernetesResource.class))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> comments(String text, String start) {
    return text.lines()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()))
        .toList();
  }

  @Override
  public String toString() {
    return name;
  }
}
