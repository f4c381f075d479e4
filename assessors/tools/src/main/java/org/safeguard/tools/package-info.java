/// Products found in a cluster by evidence, service meshes and backups among them.
@NullMarked
package org.safeguard.tools;

import org.jspecify.annotations.NullMarked;
