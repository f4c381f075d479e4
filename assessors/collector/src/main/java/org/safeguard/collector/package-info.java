/// The script with which an air-gapped team collects what the reader reads.
@NullMarked
package org.safeguard.collector;

import org.jspecify.annotations.NullMarked;
