/**
 * Texts with {@code ${CEL}} in them: what a manifest gives where a value moves with the date. Pure:
 * the same text, values and instant give the same result. CEL's classes are loaded by the first
 * text that has an expression in it.
 */
@NullMarked
package io.personalizeoperator.template;

import org.jspecify.annotations.NullMarked;
