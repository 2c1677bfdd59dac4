/** What only datasets are, such as their move from one schema to another. */
@NullMarked
package io.personalizeoperator.dataset;

import org.jspecify.annotations.NullMarked;
