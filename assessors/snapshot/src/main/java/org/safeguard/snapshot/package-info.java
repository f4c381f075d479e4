/// Reads what teams already have of a cluster into a snapshot, and writes and checks our own
/// bundle. Nothing here opens a network connection, and nothing is ever unpacked to disk.
@NullMarked
package org.safeguard.snapshot;

import org.jspecify.annotations.NullMarked;
