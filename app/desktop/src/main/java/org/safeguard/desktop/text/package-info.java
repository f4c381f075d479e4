/// Every string that people read.
@NullMarked
package org.safeguard.desktop.text;

import org.jspecify.annotations.NullMarked;
