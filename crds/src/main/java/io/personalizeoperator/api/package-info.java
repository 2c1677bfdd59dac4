/**
 * What all kinds have in common in the API: the shared parts of spec and status, and what they
 * consist of.
 */
@NullMarked
package io.personalizeoperator.api;

import org.jspecify.annotations.NullMarked;
