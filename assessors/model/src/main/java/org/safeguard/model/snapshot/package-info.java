/// What was captured of a cluster: objects, coverage, and what was left out.
@NullMarked
package org.safeguard.model.snapshot;

import org.jspecify.annotations.NullMarked;
