/** The time that the operator lives in, and the one way to be called back in it. */
@NullMarked
package io.personalizeoperator.clock;

import org.jspecify.annotations.NullMarked;
