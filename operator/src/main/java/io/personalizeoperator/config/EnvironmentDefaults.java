package io.personalizeoperator.config;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Takes the value of an option that is not given from its environment variable. */
public final class EnvironmentDefaults implements IDefaultValueProvider {
  private static final String PREFIX = "PERSONALIZE_OPERATOR_";

  /**
   * Beside a Service named personalize-operator, Kubernetes itself sets PERSONALIZE_OPERATOR_PORT,
   * to tcp://address:port.
   */
  private static final Pattern SERVICE_LINK = Pattern.compile("(tcp|udp|sctp)://");

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
  public @Nullable String defaultValue(ArgSpec argument) {
    String value =
        argument instanceof OptionSpec option
            ? environment.get(variableOf(option.longestName()))
            : null;
    return value == null || SERVICE_LINK.matcher(value).lookingAt() ? null : value;
  }

  /** The variable of an option: {@code --log-format} is PERSONALIZE_OPERATOR_LOG_FORMAT. */
  static String variableOf(String option) {
    return PREFIX + option.replaceFirst("^--", "").replace('-', '_').toUpperCase(Locale.ROOT);
  }
}
