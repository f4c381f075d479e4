/// Who may talk to whom, computed from network policies and ways in from outside.
@NullMarked
package org.safeguard.network;

import org.jspecify.annotations.NullMarked;
