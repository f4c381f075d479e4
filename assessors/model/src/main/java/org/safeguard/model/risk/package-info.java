/// Determinations, risks and the whole assessment.
@NullMarked
package org.safeguard.model.risk;

import org.jspecify.annotations.NullMarked;
