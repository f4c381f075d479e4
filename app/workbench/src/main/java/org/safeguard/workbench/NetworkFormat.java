package org.safeguard.workbench;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.safeguard.network.Connectivity;

/// How a table of connections is written.
public enum NetworkFormat {
  /// One line for each pair, `src,dst,conn`.
  CSV,
  /// The same and what is not assessed, schema `safeguard-network/1`.
  JSON,
  /// A graph for Graphviz.
  DOT;

  /// The format by its name on the command line, such as `csv`.
  public static Optional<NetworkFormat> named(String name) {
    return Arrays.stream(values())
        .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }

  /// Writes the table, which is the same for the same input.
  ///
  /// @throws IOException when `out` refuses
  public void write(Connectivity connectivity, Appendable out) throws IOException {
    NetworkText text = new NetworkText(out);
    switch (this) {
      case CSV -> text.csv(connectivity);
      case JSON -> text.json(connectivity);
      case DOT -> text.dot(connectivity);
    }
    text.flush();
  }
}
