/// A real API server and etcd, started for a test and stopped with it.
@NullMarked
package org.safeguard.capture.realserver;

import org.jspecify.annotations.NullMarked;
