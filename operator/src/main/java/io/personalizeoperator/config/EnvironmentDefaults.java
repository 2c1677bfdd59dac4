package io.personalizeoperator.config;

import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Takes the value of an option that is not given from its environment variable. */
public final class EnvironmentDefaults implements IDefaultValueProvider {
  private static final String PREFIX = "PERSONALIZE_OPERATOR_";
  private final Map<String, String> environment;

  /**
   * Looks variables up in a map.
   *
   * @param environment the environment variables
   */
  public EnvironmentDefaults(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public String defaultValue(ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? environment.get(variableOf(option.longestName()))
        : null;
  }

  /** The variable of an option: {@code --log-format} is PERSONALIZE_OPERATOR_LOG_FORMAT. */
  static String variableOf(String option) {
    return PREFIX + option.replaceFirst("^--", "").replace('-', '_').toUpperCase(Locale.ROOT);
  }
}
