package org.safeguard.workbench;

import java.util.List;

/// Somebody named a pack that is neither shipped nor the folder of one.
public final class UnknownPackException extends Exception {

  UnknownPackException(String named, List<String> shipped) {
    super(
        "There is no pack '%s'. Name one of %s, or a folder that holds a pack.yaml"
            .formatted(named, String.join(", ", shipped)));
  }
}
