/// What the desktop needs of the engine, in the words of the screens.
@NullMarked
package org.safeguard.desktop.usecase;

import org.jspecify.annotations.NullMarked;
