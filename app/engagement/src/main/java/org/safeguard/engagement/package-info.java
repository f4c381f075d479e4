/// The engagement file: one SQLite database that keeps everything of one engagement.
@NullMarked
package org.safeguard.engagement;

import org.jspecify.annotations.NullMarked;
