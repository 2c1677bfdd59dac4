package io.personalizeoperator.schema;

import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.personalizeoperator.api.schema.Schema;
import io.personalizeoperator.reconcile.Kind;
import io.personalizeoperator.reconcile.LifecycleReconciler;
import io.personalizeoperator.reconcile.ReconcilerDependencies;

/** Reconciles {@link Schema} custom resources. */
@ControllerConfiguration(name = "schema", finalizerName = "personalize-operator.io/finalizer")
public final class SchemaReconciler extends LifecycleReconciler<Schema, SchemaDetails> {
  /** A reconciler in its surroundings. */
  public SchemaReconciler(ReconcilerDependencies dependencies) {
    super(Kind.plain(Schema.class, new SchemaDecider(), new SchemaCalls()), dependencies);
  }
}
