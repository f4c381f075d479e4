/// Who may do what, effectively, and how one right leads to another.
@NullMarked
package org.safeguard.access;

import org.jspecify.annotations.NullMarked;
