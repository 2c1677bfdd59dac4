package io.personalizeoperator.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.personalizeoperator.simulator.control.ControlApi;
import io.personalizeoperator.simulator.datasets.DatasetStore;
import io.personalizeoperator.simulator.datasets.Storage;
import io.personalizeoperator.simulator.events.EventOperations;
import io.personalizeoperator.simulator.faults.CallLog;
import io.personalizeoperator.simulator.faults.Faults;
import io.personalizeoperator.simulator.faults.Omissions;
import io.personalizeoperator.simulator.model.ServiceModel;
import io.personalizeoperator.simulator.operations.OperationTable;
import io.personalizeoperator.simulator.runtime.RuntimeOperations;
import io.personalizeoperator.simulator.service.AccessKeys;
import io.personalizeoperator.simulator.service.ServiceContext;
import io.personalizeoperator.simulator.service.ServiceRouter;
import io.personalizeoperator.simulator.state.StateFile;
import io.personalizeoperator.simulator.state.StateReader;
import io.personalizeoperator.simulator.wire.HttpListener;
import io.personalizeoperator.simulator.wire.HttpRequest;
import io.personalizeoperator.simulator.wire.HttpResponse;
import io.personalizeoperator.simulator.world.ChangeListener;
import io.personalizeoperator.simulator.world.Settings;
import io.personalizeoperator.simulator.world.WorldClock;
import io.personalizeoperator.simulator.world.Worlds;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * A running simulator of Amazon Personalize. Clients reach it at {@link #endpoint()}; tests in the
 * same JVM can also use the typed parts behind the control API.
 */
public final class Simulator implements AutoCloseable {
  private final WorldClock clock;
  private final Settings settings = new Settings();
  private final Faults faults = new Faults();
  private final Omissions omissions;
  private final CallLog calls = new CallLog();
  private final DatasetStore store = new DatasetStore();
  private final AccessKeys accessKeys;
  private final Worlds worlds;
  private final ServiceRouter services;
  private final ControlApi control;
  private final HttpListener listener;
  private final String host;
  private final StateFile state;

  private Simulator(SimulatorOptions options) throws IOException {
    this.host = options.host();
    this.clock = new WorldClock(options.real(), options.start(), options.speed());
    this.accessKeys = new AccessKeys(options.account());
    ServiceModel model = ServiceModel.personalize();
    this.omissions = new Omissions(List.of(model, ServiceModel.events(), ServiceModel.runtime()));
    OperationTable operations =
        OperationTable.of(
            model, OperationFamilies.all(model, new Storage(options.data()), store, faults));
    this.state = options.state() == null ? null : new StateFile(options.state());
    ChangeListener listener = state == null ? ChangeListener.NONE : state;
    this.worlds = new Worlds(clock, settings, operations.lifecycles(), listener);
    this.services =
        new ServiceRouter(
            new ServiceContext(
                worlds, settings, accessKeys, faults, omissions, calls, clock, options.real()),
            model,
            operations,
            new EventOperations(store).operations(),
            new RuntimeOperations(store).operations());
    this.control =
        new ControlApi(
            clock,
            worlds,
            settings,
            faults,
            omissions,
            calls,
            services.operationNames(),
            this::reset,
            this::controlled);
    if (state != null) {
      restore();
    }
    this.listener =
        HttpListener.start(options.host(), options.port(), this::handle, ControlApi::answersAtOnce);
  }

  /**
   * Starts a simulator.
   *
   * @throws IOException when the address is not available
   */
  public static Simulator start(SimulatorOptions options) throws IOException {
    return new Simulator(options);
  }

  private void restore() throws IOException {
    StateReader reader = new StateReader(worlds, store, control::repeat, accessKeys::restore);
    state.open(reader);
    clock.moveTo(reader.latest());
    store.listen(state::records);
    accessKeys.listen(session -> state.session(session, clock.instant()));
  }

  /** Saves a control request that changed something. Faults and the call log are not saved. */
  private void controlled(String request, JsonNode body) {
    if (state == null || request.endsWith(" faults")) {
      return;
    }
    if (request.equals("PUT clock")) {
      state.moment(clock.instant());
    } else {
      state.control(request, body, clock.instant());
    }
  }

  /** Answers a request; tests call it without a socket. */
  HttpResponse handle(HttpRequest request) {
    return request.path().startsWith(ControlApi.PREFIX)
        ? control.handle(request)
        : services.handle(request);
  }

  /** The URL for clients, such as {@code http://127.0.0.1:8580}. */
  public URI endpoint() {
    return URI.create("http://" + host + ":" + listener.port());
  }

  /** The worlds, for tests. */
  Worlds worlds() {
    return worlds;
  }

  /** The simulated clock. {@link #advance} moves it and applies what becomes due. */
  public WorldClock clock() {
    return clock;
  }

  /** Moves the clock forward and returns when every step that is due by then is done. */
  public void advance(Duration step) {
    clock.advance(step);
    worlds.catchUp();
  }

  /** Durations, quotas, consistency and offline metrics. */
  public Settings settings() {
    return settings;
  }

  /** The active faults. */
  public Faults faults() {
    return faults;
  }

  /** The output members that answers leave out. */
  public Omissions omissions() {
    return omissions;
  }

  /** The log of the calls of clients. */
  public CallLog calls() {
    return calls;
  }

  /**
   * Removes all resources, faults, omissions and logged calls and restores the default settings.
   * The clock keeps its time.
   */
  public void reset() {
    worlds.clear();
    store.clear();
    settings.reset();
    faults.clear();
    omissions.clear();
    calls.clear();
    accessKeys.clear();
    services.reset();
  }

  /** Stops listening and closes all connections. */
  @Override
  public void close() throws IOException {
    listener.close();
    if (state != null) {
      state.close();
    }
  }
}
