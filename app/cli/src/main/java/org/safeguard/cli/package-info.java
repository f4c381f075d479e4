/// The command line: thin commands over the use cases, and the only place that prints.
@NullMarked
package org.safeguard.cli;

import org.jspecify.annotations.NullMarked;
