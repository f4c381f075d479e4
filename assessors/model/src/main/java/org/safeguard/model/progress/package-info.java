/// Progress and cancellation of long work, free of any toolkit.
@NullMarked
package org.safeguard.model.progress;

import org.jspecify.annotations.NullMarked;
