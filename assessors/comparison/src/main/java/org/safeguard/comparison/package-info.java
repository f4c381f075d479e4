/// What changed between two snapshots and two assessments.
@NullMarked
package org.safeguard.comparison;

import org.jspecify.annotations.NullMarked;
