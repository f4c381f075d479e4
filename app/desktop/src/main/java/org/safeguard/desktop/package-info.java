/// The desktop: one window, its screens and what wires them.
@NullMarked
package org.safeguard.desktop;

import org.jspecify.annotations.NullMarked;
