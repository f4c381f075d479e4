package org.safeguard.admission;

/// How far a policy goes with a control, beyond the containers that every pod has.
///
/// @param init whether init containers are held to it too
/// @param ephemeral whether ephemeral containers are
record Reach(boolean init, boolean ephemeral) {

  static final Reach WHOLE = new Reach(true, true);
}
