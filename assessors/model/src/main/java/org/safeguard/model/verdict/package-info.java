/// The outcome of a rule on a subject, with its evidence.
@NullMarked
package org.safeguard.model.verdict;

import org.jspecify.annotations.NullMarked;
