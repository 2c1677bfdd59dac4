/** What only dataset imports are: their runs, each a job in AWS. */
@NullMarked
package io.personalizeoperator.datasetimport;

import org.jspecify.annotations.NullMarked;
