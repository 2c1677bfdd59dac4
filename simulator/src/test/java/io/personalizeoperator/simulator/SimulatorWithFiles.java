package io.personalizeoperator.simulator;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A simulator with a folder of files to import, and the way from a dataset group to a version. */
abstract class SimulatorWithFiles extends SimulatorTest {
  @TempDir Path directory;
  Pipeline pipeline;

  @Override
  SimulatorOptions options() {
    return super.options().withData(directory);
  }

  @BeforeEach
  void layThePipeline() {
    pipeline = new Pipeline(simulator, personalize);
  }
}
