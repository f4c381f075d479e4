/// Documents as trees whose every value knows the line it was read from.
@NullMarked
package org.safeguard.model.tree;

import org.jspecify.annotations.NullMarked;
