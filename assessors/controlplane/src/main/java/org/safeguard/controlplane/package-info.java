/// The control plane: flags, configuration files, benchmark reports and cloud descriptions.
@NullMarked
package org.safeguard.controlplane;

import org.jspecify.annotations.NullMarked;
