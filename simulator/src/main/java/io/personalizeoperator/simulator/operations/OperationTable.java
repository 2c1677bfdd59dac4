package io.personalizeoperator.simulator.operations;

import io.personalizeoperator.simulator.model.OperationModel;
import io.personalizeoperator.simulator.model.ServiceModel;
import io.personalizeoperator.simulator.world.Lifecycle;
import io.personalizeoperator.simulator.world.ResourceKind;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The operations of Amazon Personalize by name, and the lifecycle of each kind of resource. */
public final class OperationTable {
  private final Map<String, Operation> operations = new HashMap<>();
  private final Map<ResourceKind, Lifecycle> lifecycles = new EnumMap<>(ResourceKind.class);
  private final ServiceModel model;

  private OperationTable(ServiceModel model) {
    this.model = model;
  }

  /** The table of all resource families. */
  public static OperationTable of(ServiceModel model, List<Family> families) {
    OperationTable table = new OperationTable(model);
    for (Family family : families) {
      family.register(table);
    }
    return table;
  }

  /** Adds an operation. */
  public void add(String name, Operation operation) {
    if (operations.put(name, operation) != null) {
      throw new IllegalStateException("Registered twice: " + name);
    }
  }

  /** Adds the Describe and List operations of a kind, which all work the same way. */
  public void addReads(ResourceKind kind) {
    OperationModel describe = model.operation("Describe" + kind.operationName());
    add(describe.name(), new Describe(kind, describe));
    addList(kind);
  }

  /** Adds the List operation of a kind. */
  public void addList(ResourceKind kind) {
    OperationModel list = model.operation("List" + kind.operationName() + "s");
    add(list.name(), new ListPages(kind, list));
  }

  /** Sets the lifecycle of a kind. */
  public void addLife(ResourceKind kind, Lifecycle lifecycle) {
    lifecycles.put(kind, lifecycle);
  }

  /** The operation of that name, or null. */
  public Operation operation(String name) {
    return operations.get(name);
  }

  /** The lifecycles by kind. */
  public Map<ResourceKind, Lifecycle> lifecycles() {
    return Map.copyOf(lifecycles);
  }

  /** The names of all operations. */
  public Set<String> names() {
    return new TreeSet<>(operations.keySet());
  }
}
