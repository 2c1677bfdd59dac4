/**
 * What to do next, as a pure function of what was observed: the concerns of the life cycle that all
 * kinds share, their findings, and the choice among these.
 */
@NullMarked
package io.personalizeoperator.decision;

import org.jspecify.annotations.NullMarked;
