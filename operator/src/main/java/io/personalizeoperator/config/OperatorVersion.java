package io.personalizeoperator.config;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version in the jar's manifest. */
public final class OperatorVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = OperatorVersion.class.getPackage().getImplementationVersion();
    return new String[] {
      "personalize-operator " + Objects.requireNonNullElse(version, "(built from source)")
    };
  }
}
