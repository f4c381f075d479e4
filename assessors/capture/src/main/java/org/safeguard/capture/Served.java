package org.safeguard.capture;

import java.util.List;

/// What a server serves.
///
/// @param types that can be listed, sorted by group and kind
/// @param silent groups whose types nobody can tell, since the API behind them does not answer
/// @param cut whether there were more types than anybody would expect
record Served(List<ServedType> types, List<String> silent, boolean cut) {

  Served {
    types = List.copyOf(types);
    silent = List.copyOf(silent);
  }
}
