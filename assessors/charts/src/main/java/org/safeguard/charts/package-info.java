/// Renders local Helm charts offline.
@NullMarked
package org.safeguard.charts;

import org.jspecify.annotations.NullMarked;
