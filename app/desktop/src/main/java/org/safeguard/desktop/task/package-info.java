/// Long work away from the window's thread.
@NullMarked
package org.safeguard.desktop.task;

import org.jspecify.annotations.NullMarked;
