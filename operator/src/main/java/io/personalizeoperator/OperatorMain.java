package io.personalizeoperator;

import io.personalizeoperator.config.EnvironmentDefaults;
import io.personalizeoperator.config.OperatorOptions;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Starts the operator from the command line. */
public final class OperatorMain {
  private static final int USAGE = 2;

  private OperatorMain() {}

  /** Runs until the process is told to stop; a wrong option ends it with status 2. */
  public static void main(String[] arguments) throws InterruptedException {
    OperatorOptions options = new OperatorOptions();
    CommandLine command =
        new CommandLine(options).setDefaultValueProvider(new EnvironmentDefaults(System.getenv()));
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
      command.getParameterExceptionHandler();
      System.err.println(e.getMessage());
      System.err.println("Try --help.");
      System.exit(USAGE);
    }
    run(options);
  }

  private static void run(OperatorOptions options) throws InterruptedException {
    System.setProperty("personalize-operator.log-format", options.logFormat().name());
    CountDownLatch stopped = new CountDownLatch(1);
    OperatorProcess process = OperatorProcess.start(options);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  process.close();
                  stopped.countDown();
                },
                "shutdown"));
    stopped.await();
  }
}
