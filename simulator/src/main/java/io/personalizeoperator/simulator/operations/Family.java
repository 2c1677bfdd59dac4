package io.personalizeoperator.simulator.operations;

/** The operations of one kind of resource or of a few related kinds. */
@FunctionalInterface
public interface Family {
  /** Adds them to the table. */
  void register(OperationTable table);
}
