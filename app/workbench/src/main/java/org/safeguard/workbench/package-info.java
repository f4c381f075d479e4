/// The use cases that the command line and the desktop share: open, assess, export, look up.
@NullMarked
package org.safeguard.workbench;

import org.jspecify.annotations.NullMarked;
