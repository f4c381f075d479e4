/// Kubelets, nodes, versions, and the API versions that objects are written in.
@NullMarked
package org.safeguard.nodes;

import org.jspecify.annotations.NullMarked;
