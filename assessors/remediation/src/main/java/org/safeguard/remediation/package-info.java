/// What to do about failed verdicts: patches, policies that prevent the same again, and network
/// policies.
@NullMarked
package org.safeguard.remediation;

import org.jspecify.annotations.NullMarked;
