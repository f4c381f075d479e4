/// What was read, before it is assessed.
@NullMarked
package org.safeguard.desktop.source;

import org.jspecify.annotations.NullMarked;
