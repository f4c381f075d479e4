/// The first screen: new, open, recent, and a source to assess.
@NullMarked
package org.safeguard.desktop.start;

import org.jspecify.annotations.NullMarked;
