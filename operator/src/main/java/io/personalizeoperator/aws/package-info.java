/** AWS itself: the client, what its failures ask of the operator, and ARNs. */
@NullMarked
package io.personalizeoperator.aws;

import org.jspecify.annotations.NullMarked;
