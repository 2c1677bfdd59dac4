/** One pass of one custom resource: observe, decide, act, report; and why the next one is made. */
@NullMarked
package io.personalizeoperator.reconcile;

import org.jspecify.annotations.NullMarked;
