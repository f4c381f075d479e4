/// A capture that goes on, and what came of it.
@NullMarked
package org.safeguard.desktop.capture;

import org.jspecify.annotations.NullMarked;
