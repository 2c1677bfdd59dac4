/**
 * Amazon Personalize filter expressions: parsed, checked and, for the simulator, applied.
 *
 * <p>The language is described in the Amazon Personalize developer guide, pages "Filter expression
 * structure and elements", "Guidelines and requirements", "Filter expression examples" and
 * "Combining multiple expressions". Where the guide is silent the choice made here is named at the
 * type that makes it.
 */
package io.personalizeoperator.expression;
