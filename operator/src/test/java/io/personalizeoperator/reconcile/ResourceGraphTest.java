package io.personalizeoperator.reconcile;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javaoperatorsdk.operator.processing.event.source.IndexerResourceCache;
import io.personalizeoperator.api.filter.Filter;
import io.personalizeoperator.filter.FilterKind;
import io.personalizeoperator.testing.Manifests;
import java.lang.reflect.Proxy;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Controllers start one after the other: the first hears of its resources before all are there. */
class ResourceGraphTest {
  private static final Filter FILTER =
      Manifests.read(
          Filter.class,
          "metadata: {name: f, namespace: n}\nspec: {datasetGroupRef: {name: g}, expression: x}");

  /** As the framework's before its controller has started. */
  @SuppressWarnings("unchecked")
  private static IndexerResourceCache<Filter> notStarted() {
    return (IndexerResourceCache<Filter>)
        Proxy.newProxyInstance(
            ResourceGraphTest.class.getClassLoader(),
            new Class<?>[] {IndexerResourceCache.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "addIndexers" -> null;
                  case "keys" -> Stream.empty();
                  default -> throw new NullPointerException("not started: " + method.getName());
                });
  }

  @SuppressWarnings("unchecked")
  private static ResourceGraph graph() {
    ResourceGraph graph = new ResourceGraph();
    Kind<Filter, ?> kind = (Kind<Filter, ?>) FilterKind.KIND;
    graph.add(kind, notStarted(), new WakeUps<>(Filter.class, null, graph, f -> {}, f -> {}));
    return graph;
  }

  @Test
  void whatIsHeardBeforeAllCachesAreThereTouchesNone() {
    ResourceGraph graph = graph();

    assertThatCode(() -> graph.changed(FILTER)).doesNotThrowAnyException();
    assertThatCode(() -> graph.deleted(FILTER)).doesNotThrowAnyException();
    assertThatCode(() -> graph.released(FILTER)).doesNotThrowAnyException();
  }

  @Test
  void onceAllAreThereTheyAreAsked() {
    ResourceGraph graph = graph();
    graph.wakeAll();

    assertThatThrownBy(() -> graph.changed(FILTER)).hasMessageContaining("not started");
  }
}
