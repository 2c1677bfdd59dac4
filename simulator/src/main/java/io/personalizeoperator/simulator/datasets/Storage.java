package io.personalizeoperator.simulator.datasets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files that stand for Amazon S3: {@code s3://bucket/key} is {@code DIR/bucket/key}, a key that
 * ends in / is a folder.
 */
public final class Storage {
  private final Path directory;

  /**
   * Creates storage over that directory; null: no file is read, and every location is assumed to
   * exist.
   */
  public Storage(Path directory) {
    this.directory = directory == null ? null : directory.toAbsolutePath().normalize();
  }

  /** Whether files are really read. */
  boolean real() {
    return directory != null;
  }

  /** The files of a location, by name. */
  List<Path> files(String location) throws ImportException {
    Path path = path(location);
    if (Files.isRegularFile(path)) {
      return List.of(path);
    }
    if (!Files.isDirectory(path)) {
      throw new ImportException("Path does not exist: " + location);
    }
    try (Stream<Path> found = Files.walk(path)) {
      List<Path> files = found.filter(Files::isRegularFile).sorted().toList();
      if (files.isEmpty()) {
        throw new ImportException("Path does not exist: " + location);
      }
      return files;
    } catch (IOException e) {
      throw new ImportException(
          "Insufficient privileges for accessing data in Amazon S3: " + location);
    }
  }

  private Path path(String location) throws ImportException {
    if (!location.startsWith("s3://")) {
      throw new ImportException("Invalid Data location: " + location);
    }
    Path path;
    try {
      path = directory.resolve(location.substring("s3://".length())).normalize();
    } catch (InvalidPathException e) {
      throw new ImportException("Invalid Data location: " + location);
    }
    // A key with dots must not leave the directory.
    if (!path.startsWith(directory) || path.equals(directory)) {
      throw new ImportException("Invalid Data location: " + location);
    }
    return path;
  }
}
