/// What follows from the verdicts: determinations of safeguards, states of citations, risks.
///
/// Nothing here reads a clock, a file or a network, but [ScopeFile], which reads one file.
@NullMarked
package org.safeguard.risk;

import org.jspecify.annotations.NullMarked;
