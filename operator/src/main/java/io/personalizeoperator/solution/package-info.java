/**
 * What only solutions are: their configuration, their versions, and when one is trained or
 * promoted.
 */
@NullMarked
package io.personalizeoperator.solution;

import org.jspecify.annotations.NullMarked;
