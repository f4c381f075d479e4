/// The rule packs that ship with the workbench.
@NullMarked
package org.safeguard.rulepacks;

import org.jspecify.annotations.NullMarked;
