/// The engagement that is open, and what can be done with it.
@NullMarked
package org.safeguard.desktop.session;

import org.jspecify.annotations.NullMarked;
