/** Whose call to AWS is next: keeps the calls to one account and region under a rate. */
@NullMarked
package io.personalizeoperator.ratelimit;

import org.jspecify.annotations.NullMarked;
