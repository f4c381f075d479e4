/// An assessment as documents: the risk analysis workbook, result JSON and result CSV.
@NullMarked
package org.safeguard.reporting;

import org.jspecify.annotations.NullMarked;
