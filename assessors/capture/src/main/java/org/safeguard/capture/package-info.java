/// The live cluster, read-only; the only module with a network.
@NullMarked
package org.safeguard.capture;

import org.jspecify.annotations.NullMarked;
