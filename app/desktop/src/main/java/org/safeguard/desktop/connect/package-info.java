/// The connection to a cluster: which one, as whom, and what will be read.
@NullMarked
package org.safeguard.desktop.connect;

import org.jspecify.annotations.NullMarked;
