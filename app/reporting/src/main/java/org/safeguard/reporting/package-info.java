/// An assessment as documents: the risk analysis workbook, result JSON and result CSV; and a
/// comparison as a workbook and JSON.
@NullMarked
package org.safeguard.reporting;

import org.jspecify.annotations.NullMarked;
