package io.personalizeoperator.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

class OperatorOptionsTest {
  private static final Map<String, String> NO_VARIABLES = Map.of();

  private static CommandLine command(OperatorOptions options, Map<String, String> environment) {
    return new CommandLine(options).setDefaultValueProvider(new EnvironmentDefaults(environment));
  }

  private static OperatorOptions parse(Map<String, String> environment, String... arguments) {
    OperatorOptions options = new OperatorOptions();
    command(options, environment).parseArgs(arguments);
    return options;
  }

  @Test
  void withoutOptionsTheDefaultsHold() {
    OperatorOptions options = parse(NO_VARIABLES);

    assertThat(options.watchNamespaces()).isEmpty();
    assertThat(options.region()).isEmpty();
    assertThat(options.endpoint()).isEmpty();
    assertThat(options.clusterId()).isEmpty();
    assertThat(options.leaderElection()).isFalse();
    assertThat(options.leaderElectionNamespace()).isEmpty();
    assertThat(options.sweepInterval()).isEqualTo(Duration.ofMinutes(5));
    assertThat(options.requestsPerSecond()).isEqualTo(10);
    assertThat(options.port()).isEqualTo(8080);
    assertThat(options.logFormat()).isEqualTo(LogFormat.text);
    assertThat(options.simulatedClock()).isEmpty();
    assertThat(options.problem()).isEmpty();
  }

  @Test
  void everyOptionCanBeGivenAsAFlag() {
    OperatorOptions options =
        parse(
            NO_VARIABLES,
            "--watch-namespaces=a,b",
            "--region=eu-west-1",
            "--endpoint=http://127.0.0.1:1",
            "--cluster-id=c",
            "--leader-election",
            "--leader-election-namespace=system",
            "--sweep-interval=PT1M",
            "--requests-per-second=2.5",
            "--port=0",
            "--log-format=json",
            "--simulated-clock=http://127.0.0.1:2");

    assertThat(options.watchNamespaces()).containsExactlyInAnyOrder("a", "b");
    assertThat(options.region()).contains("eu-west-1");
    assertThat(options.endpoint()).contains(URI.create("http://127.0.0.1:1"));
    assertThat(options.clusterId()).contains("c");
    assertThat(options.leaderElection()).isTrue();
    assertThat(options.leaderElectionNamespace()).contains("system");
    assertThat(options.sweepInterval()).isEqualTo(Duration.ofMinutes(1));
    assertThat(options.requestsPerSecond()).isEqualTo(2.5);
    assertThat(options.port()).isZero();
    assertThat(options.logFormat()).isEqualTo(LogFormat.json);
    assertThat(options.simulatedClock()).contains(URI.create("http://127.0.0.1:2"));
  }

  @Test
  void everyOptionCanBeGivenAsAVariable() {
    OperatorOptions options =
        parse(
            Map.ofEntries(
                Map.entry("PERSONALIZE_OPERATOR_WATCH_NAMESPACES", "a,b"),
                Map.entry("PERSONALIZE_OPERATOR_REGION", "eu-west-1"),
                Map.entry("PERSONALIZE_OPERATOR_ENDPOINT", "http://127.0.0.1:1"),
                Map.entry("PERSONALIZE_OPERATOR_CLUSTER_ID", "c"),
                Map.entry("PERSONALIZE_OPERATOR_LEADER_ELECTION", "true"),
                Map.entry("PERSONALIZE_OPERATOR_LEADER_ELECTION_NAMESPACE", "system"),
                Map.entry("PERSONALIZE_OPERATOR_SWEEP_INTERVAL", "PT1M"),
                Map.entry("PERSONALIZE_OPERATOR_REQUESTS_PER_SECOND", "2.5"),
                Map.entry("PERSONALIZE_OPERATOR_PORT", "0"),
                Map.entry("PERSONALIZE_OPERATOR_LOG_FORMAT", "json"),
                Map.entry("PERSONALIZE_OPERATOR_SIMULATED_CLOCK", "http://127.0.0.1:2")));

    assertThat(options.watchNamespaces()).containsExactlyInAnyOrder("a", "b");
    assertThat(options.region()).contains("eu-west-1");
    assertThat(options.endpoint()).contains(URI.create("http://127.0.0.1:1"));
    assertThat(options.clusterId()).contains("c");
    assertThat(options.leaderElection()).isTrue();
    assertThat(options.leaderElectionNamespace()).contains("system");
    assertThat(options.sweepInterval()).isEqualTo(Duration.ofMinutes(1));
    assertThat(options.requestsPerSecond()).isEqualTo(2.5);
    assertThat(options.port()).isZero();
    assertThat(options.logFormat()).isEqualTo(LogFormat.json);
    assertThat(options.simulatedClock()).contains(URI.create("http://127.0.0.1:2"));
  }

  @Test
  void aFlagGoesBeforeItsVariable() {
    Map<String, String> environment =
        Map.of(
            "PERSONALIZE_OPERATOR_PORT", "1",
            "PERSONALIZE_OPERATOR_LEADER_ELECTION", "true",
            "PERSONALIZE_OPERATOR_WATCH_NAMESPACES", "a,b");
    OperatorOptions options =
        parse(environment, "--port=2", "--leader-election=false", "--watch-namespaces=c");

    assertThat(options.port()).isEqualTo(2);
    assertThat(options.leaderElection()).isFalse();
    assertThat(options.watchNamespaces()).containsExactly("c");
  }

  @Test
  void leaderElectionCanBeSwitchedOffByItsVariable() {
    assertThat(parse(Map.of("PERSONALIZE_OPERATOR_LEADER_ELECTION", "false")).leaderElection())
        .isFalse();
  }

  @Test
  void variablesOfAServiceNamedPersonalizeOperatorAreNoOptions() {
    // Kubernetes sets these in every pod beside a Service of that name (enableServiceLinks).
    OperatorOptions options =
        parse(
            Map.of(
                "PERSONALIZE_OPERATOR_PORT", "tcp://10.0.0.7:8080",
                "PERSONALIZE_OPERATOR_SERVICE_HOST", "10.0.0.7",
                "PERSONALIZE_OPERATOR_SERVICE_PORT", "8080",
                "PERSONALIZE_OPERATOR_PORT_8080_TCP", "tcp://10.0.0.7:8080"));

    assertThat(options.port()).isEqualTo(8080);
  }

  @Test
  void helpListsEveryOptionAndItsVariable() {
    CommandLine command = command(new OperatorOptions(), NO_VARIABLES);
    String help = command.getUsageMessage();

    assertThat(command.getCommandSpec().options()).hasSizeGreaterThan(10);
    for (OptionSpec option : command.getCommandSpec().options()) {
      assertThat(help).contains(option.longestName());
      assertThat(option.description()).as(option.longestName()).isNotEmpty();
    }
    assertThat(help).contains("PERSONALIZE_OPERATOR_WATCH_NAMESPACES");
  }

  @ParameterizedTest
  @CsvSource({
    "--requests-per-second=0,--requests-per-second",
    "--requests-per-second=-1,--requests-per-second",
    "--requests-per-second=NaN,--requests-per-second",
    "--sweep-interval=PT0S,--sweep-interval",
    "--sweep-interval=-PT5M,--sweep-interval",
    "--port=-1,--port",
    "--port=65536,--port"
  })
  void aValueOutOfRangeIsAProblemThatNamesTheOption(String argument, String option) {
    assertThat(parse(NO_VARIABLES, argument).problem())
        .hasValueSatisfying(problem -> assertThat(problem).startsWith(option + " must be"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--port=65535", "--port=0", "--requests-per-second=0.1"})
  void aValueAtTheEdgeIsNoProblem(String argument) {
    assertThat(parse(NO_VARIABLES, argument).problem()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "--port=x,--port",
    "--sweep-interval=5m,--sweep-interval",
    "--log-format=xml,--log-format",
    "--no-such-option,--no-such-option"
  })
  void aValueOfTheWrongTypeIsRefusedWithTheOptionsName(String argument, String option) {
    assertThatThrownBy(() -> parse(NO_VARIABLES, argument))
        .isInstanceOf(ParameterException.class)
        .hasMessageContaining(option);
  }

  @Test
  void theVersionIsToldEvenWithoutAManifest() {
    assertThat(new OperatorVersion().getVersion())
        .hasSize(1)
        .allSatisfy(line -> assertThat(line).startsWith("personalize-operator "));
  }
}
