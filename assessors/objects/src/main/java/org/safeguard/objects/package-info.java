/// Objects of a snapshot as assessors read them: places, values, selectors, and what is not there.
@NullMarked
package org.safeguard.objects;

import org.jspecify.annotations.NullMarked;
