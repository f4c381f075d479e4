/// What the operating system owns, behind one interface each.
@NullMarked
package org.safeguard.desktop.platform;

import org.jspecify.annotations.NullMarked;
