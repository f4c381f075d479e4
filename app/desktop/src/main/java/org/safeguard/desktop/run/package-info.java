/// Work in progress, its end, and its errors.
@NullMarked
package org.safeguard.desktop.run;

import org.jspecify.annotations.NullMarked;
