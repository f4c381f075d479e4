/// Typed facts with effective values, the input of rules.
@NullMarked
package org.safeguard.model.fact;

import org.jspecify.annotations.NullMarked;
