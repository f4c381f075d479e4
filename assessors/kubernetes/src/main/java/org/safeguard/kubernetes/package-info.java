/// Facts from Kubernetes objects: effective values, each with the place it was read from.
@NullMarked
package org.safeguard.kubernetes;

import org.jspecify.annotations.NullMarked;
