/**
 * What only campaigns are: their settings, planned capacity, updates, and how these are reported.
 */
@NullMarked
package io.personalizeoperator.campaign;

import org.jspecify.annotations.NullMarked;
