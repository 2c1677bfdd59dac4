package io.personalizeoperator.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.personalizeoperator.simulator.world.Durations;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Unmodified boto3 and AWS CLI from PyPI, each from schema to recommendations. They are installed
 * once into target/.
 */
class PythonClientsTest extends SimulatorTest {
  private static final Path CLIENTS = Path.of("target", "python-clients").toAbsolutePath();
  @TempDir Path directory;

  @BeforeAll
  static void install() throws Exception {
    if (Files.exists(CLIENTS.resolve("bin/aws"))) {
      return;
    }
    String output =
        run(
            Map.of(),
            List.of(
                "python3",
                "-m",
                "pip",
                "install",
                "--quiet",
                "--target",
                CLIENTS.toString(),
                "boto3",
                "awscli"));
    assertThat(CLIENTS.resolve("bin/aws")).as(output).exists();
  }

  @Override
  SimulatorOptions options() {
    return super.options().withData(directory);
  }

  private static String run(Map<String, String> environment, List<String> command)
      throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("%s: %s", command, output).isZero();
    return output;
  }

  private Map<String, String> environment() {
    String endpoint = simulator.endpoint().toString();
    String nowhere = new File(directory.toFile(), "no-such-file").toString();
    return Map.ofEntries(
        Map.entry("PYTHONPATH", CLIENTS.toString()),
        Map.entry("AWS_ACCESS_KEY_ID", "AKIATEST"),
        Map.entry("AWS_SECRET_ACCESS_KEY", "secret"),
        Map.entry("AWS_DEFAULT_REGION", "eu-west-1"),
        Map.entry("AWS_CONFIG_FILE", nowhere),
        Map.entry("AWS_SHARED_CREDENTIALS_FILE", nowhere),
        Map.entry("AWS_EC2_METADATA_DISABLED", "true"),
        Map.entry("AWS_ENDPOINT_URL_PERSONALIZE", endpoint),
        Map.entry("AWS_ENDPOINT_URL_PERSONALIZE_EVENTS", endpoint),
        Map.entry("AWS_ENDPOINT_URL_PERSONALIZE_RUNTIME", endpoint),
        Map.entry("AWS_ENDPOINT_URL_STS", endpoint));
  }

  private JsonNode aws(String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("python3", CLIENTS.resolve("bin/aws").toString()));
    command.addAll(List.of(arguments));
    return DirectClient.parse(run(environment(), command));
  }

  @Test
  void boto3WalksFromSchemaToRecommendations() throws Exception {
    MovieData.write(directory);
    Path script = directory.resolve("pipeline.py");
    try (var source = PythonClientsTest.class.getResourceAsStream("pipeline.py")) {
      Files.copy(source, script);
    }
    assertThat(run(environment(), List.of("python3", script.toString())))
        .contains("walked to arn:aws:personalize:eu-west-1:123456789012:campaign/home");
    assertThat(simulator.calls().calls("CreateCampaign", 0).getFirst().userAgent())
        .contains("Boto3");
  }

  @Test
  void theCommandLineWalksFromSchemaToRecommendations() throws Exception {
    MovieData.write(directory);
    for (Durations work : Durations.values()) {
      simulator.settings().duration(work, Duration.ZERO);
    }
    String campaign = campaign(version(dataset()));
    assertThat(
            aws(
                    "personalize",
                    "describe-campaign",
                    "--campaign-arn",
                    campaign,
                    "--endpoint-url",
                    simulator.endpoint().toString())
                .at("/campaign/status")
                .asText())
        .isEqualTo("ACTIVE");
    assertThat(
            aws(
                    "personalize-runtime",
                    "get-recommendations",
                    "--campaign-arn",
                    campaign,
                    "--user-id",
                    "user-1")
                .at("/itemList/0/itemId")
                .asText())
        .isEqualTo("item-00");
    assertThat(aws("sts", "get-caller-identity").get("Account").asText()).isEqualTo("123456789012");
  }

  /** A dataset with imported interactions; the ARN of its group. */
  private String dataset() throws Exception {
    String schema =
        aws(
                "personalize",
                "create-schema",
                "--name",
                "interactions",
                "--schema",
                Pipeline.INTERACTIONS)
            .get("schemaArn")
            .asText();
    String group =
        aws("personalize", "create-dataset-group", "--name", "movies")
            .get("datasetGroupArn")
            .asText();
    String dataset =
        aws(
                "personalize",
                "create-dataset",
                "--name",
                "interactions",
                "--dataset-type",
                "Interactions",
                "--dataset-group-arn",
                group,
                "--schema-arn",
                schema)
            .get("datasetArn")
            .asText();
    aws(
        "personalize",
        "create-dataset-import-job",
        "--job-name",
        "first",
        "--dataset-arn",
        dataset,
        "--data-source",
        "dataLocation=" + MovieData.INTERACTIONS,
        "--role-arn",
        ROLE);
    return group;
  }

  private String version(String group) throws Exception {
    String solution =
        aws(
                "personalize",
                "create-solution",
                "--name",
                "for-you",
                "--dataset-group-arn",
                group,
                "--recipe-arn",
                Pipeline.RECIPE,
                "--no-perform-auto-training")
            .get("solutionArn")
            .asText();
    return aws("personalize", "create-solution-version", "--solution-arn", solution)
        .get("solutionVersionArn")
        .asText();
  }

  private String campaign(String version) throws Exception {
    return aws(
            "personalize", "create-campaign", "--name", "home", "--solution-version-arn", version)
        .get("campaignArn")
        .asText();
  }
}
