/// Signatures and encryption of bundles.
@NullMarked
package org.safeguard.seal;

import org.jspecify.annotations.NullMarked;
