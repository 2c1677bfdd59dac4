package io.personalizeoperator.api;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The kubectl that tools/kube/install puts beside the API server.
 *
 * @param binary the program
 * @param kubeconfig access to the API server
 */
record Kubectl(File binary, Path kubeconfig) {
  /**
   * What a command printed and how it ended.
   *
   * @param output both streams
   * @param exitCode as the program gave it
   */
  record Result(String output, int exitCode) {}

  /** Runs a command to its end. */
  Result run(String... arguments) {
    List<String> command =
        new ArrayList<>(List.of(binary.getPath(), "--kubeconfig", kubeconfig.toString()));
    command.addAll(List.of(arguments));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Result(output, process.waitFor());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
