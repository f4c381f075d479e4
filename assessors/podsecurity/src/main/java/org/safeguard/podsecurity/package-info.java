/// Pod Security Standards as the admission plug-in of each Kubernetes release evaluates them.
@NullMarked
package org.safeguard.podsecurity;

import org.jspecify.annotations.NullMarked;
