/// Admission policies by what they really enforce, and what bypasses them.
@NullMarked
package org.safeguard.admission;

import org.jspecify.annotations.NullMarked;
