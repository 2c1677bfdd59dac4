/**
 * The process: wires the operator together, runs its passes, keeps its caches, and serves health
 * and metrics.
 */
@NullMarked
package io.personalizeoperator.runtime;

import org.jspecify.annotations.NullMarked;
