/// The bundle format: manifest, streaming writer, hashes.
@NullMarked
package org.safeguard.bundle;

import org.jspecify.annotations.NullMarked;
