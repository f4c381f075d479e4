/// Takes secrets and health data out of objects before they are stored, and says where.
@NullMarked
package org.safeguard.redaction;

import org.jspecify.annotations.NullMarked;
