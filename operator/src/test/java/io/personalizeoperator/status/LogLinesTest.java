package io.personalizeoperator.status;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.personalizeoperator.api.schema.Schema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** The log lines of both formats, by the configuration that the operator runs with. */
class LogLinesTest {
  private final LoggerContext context = new LoggerContext();

  @AfterEach
  void close() {
    context.stop();
  }

  private static Schema schema() {
    Schema schema = new Schema();
    schema.getMetadata().setNamespace("shop");
    schema.getMetadata().setName("movies");
    schema.getMetadata().setGeneration(3L);
    return schema;
  }

  private static Map<String, String> contextOf(Schema schema) {
    AtomicReference<Map<String, String>> seen = new AtomicReference<>();
    LogContext.during(schema, () -> seen.set(MDC.getCopyOfContextMap()));
    return seen.get();
  }

  private String line(String format, Map<String, String> mdc) throws JoranException {
    context.putProperty("personalize-operator.log-format", format);
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(LogLinesTest.class.getResource("/logback.xml"));
    Logger logger = context.getLogger(EventRecorder.class);
    LoggingEvent event =
        new LoggingEvent(
            "", logger, Level.INFO, "{}: {}", null, new Object[] {"Created", "as asked"});
    event.setMDCPropertyMap(mdc);
    OutputStreamAppender<ILoggingEvent> appender =
        (OutputStreamAppender<ILoggingEvent>)
            context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).getAppender(format);
    return new String(appender.getEncoder().encode(event), StandardCharsets.UTF_8);
  }

  @Test
  void textNamesTheResourceInFrontOfTheMessage() throws Exception {
    assertThat(line("text", contextOf(schema())))
        .endsWith(" INFO  EventRecorder - Schema shop/movies@3: Created: as asked\n");
  }

  @Test
  void textOfALineAboutNoResourceHasTheMessageOnly() throws Exception {
    assertThat(line("text", Map.of())).endsWith(" INFO  EventRecorder - Created: as asked\n");
  }

  @Test
  void jsonHasTheResourceAsKeyValuesAndTheWholeMessage() throws Exception {
    JsonNode json = json(line("json", contextOf(schema())));

    assertThat(json.path("formattedMessage").asText()).isEqualTo("Created: as asked");
    assertThat(json.path("level").asText()).isEqualTo("INFO");
    assertThat(json.path("mdc"))
        .isEqualTo(
            json(
                """
                {"namespace": "shop", "name": "movies", "kind": "Schema", "generation": "3"}"""));
  }

  private static JsonNode json(String line) throws IOException {
    return new ObjectMapper().readTree(line);
  }

  @Test
  void whatIsLoggedAfterwardsIsAboutWhatItWasBefore() {
    Schema other = schema();
    other.getMetadata().setName("series");
    LogContext.set(other);
    try {
      assertThat(contextOf(schema())).containsEntry("name", "movies");
      assertThat(MDC.get("name")).isEqualTo("series");
    } finally {
      LogContext.clear();
    }
    assertThat(MDC.get("name")).isNull();
  }
}
