package io.personalizeoperator;

import io.personalizeoperator.config.EnvironmentDefaults;
import io.personalizeoperator.config.OperatorOptions;
import io.personalizeoperator.runtime.IdleHeap;
import io.personalizeoperator.runtime.OperatorProcess;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Starts the operator from the command line. */
public final class OperatorMain {
  private static final int FAILED = 1;
  private static final int USAGE = 2;

  private OperatorMain() {}

  /** Runs until the process is asked to stop; a wrong option ends it with status 2. */
  public static void main(String[] arguments) throws InterruptedException {
    OperatorOptions options = new OperatorOptions();
    CommandLine command =
        new CommandLine(options)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setDefaultValueProvider(new EnvironmentDefaults(System.getenv()));
    try {
      command.parseArgs(arguments);
      if (CommandLine.printHelpIfRequested(command.getParseResult())) {
        return;
      }
      options
          .problem()
          .ifPresent(
              problem -> {
                throw new ParameterException(command, problem);
              });
    } catch (ParameterException e) {
      System.err.println(e.getMessage());
      System.err.println("Try --help.");
      System.exit(USAGE);
    }
    run(options);
  }

  private static void run(OperatorOptions options) throws InterruptedException {
    System.setProperty("personalize-operator.log-format", options.logFormat().name());
    // The framework's own key-values: LogContext has ours, and says why.
    System.setProperty("JAVA_OPERATOR_SDK_USE_MDC", "false");
    // The JDK would send a POST again by itself when its connection breaks: once is for us to say.
    System.setProperty("sun.net.http.retryPost", "false");
    // Not before the log's format is set: the first logger reads it.
    Logger log = LoggerFactory.getLogger(OperatorMain.class);
    CountDownLatch stop = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> endOrderly(stop, stopped), "shutdown"));
    try (OperatorProcess running = OperatorProcess.start(options, stop)) {
      log.debug("Serving on port {}", running.port());
      IdleHeap.start();
      stop.await();
    } catch (CancellationException e) {
      log.info("{}", e.getMessage());
    } catch (RuntimeException e) {
      System.err.println("The operator cannot start: " + OperatorProcess.reason(e));
      stopped.countDown();
      System.exit(FAILED);
    }
    stopped.countDown();
  }

  private static void endOrderly(CountDownLatch stop, CountDownLatch stopped) {
    stop.countDown();
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
