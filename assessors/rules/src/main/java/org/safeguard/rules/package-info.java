/// Rule packs: loading with precise errors, typed expressions, verdicts with evidence, pack tests
/// and pages.
@NullMarked
package org.safeguard.rules;

import org.jspecify.annotations.NullMarked;
