/// What was assessed, what follows, and what nobody could say.
@NullMarked
package org.safeguard.desktop.overview;

import org.jspecify.annotations.NullMarked;
