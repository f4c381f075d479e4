/// The theme, badges and icons that all screens share.
@NullMarked
package org.safeguard.desktop.look;

import org.jspecify.annotations.NullMarked;
