/// Bounded, streaming readers that turn YAML and JSON into trees which know their lines, and
/// writers that turn trees back into text.
@NullMarked
package org.safeguard.document;

import org.jspecify.annotations.NullMarked;
