/// The verdicts and the evidence of the one that is selected.
@NullMarked
package org.safeguard.desktop.findings;

import org.jspecify.annotations.NullMarked;
