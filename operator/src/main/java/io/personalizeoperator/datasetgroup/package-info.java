/** What only dataset groups are, such as their domain and encryption. */
@NullMarked
package io.personalizeoperator.datasetgroup;

import org.jspecify.annotations.NullMarked;
