package org.safeguard.remediation;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// Files that together mend what was found, by their path within a folder.
///
/// @param files text by path, such as `patches/portal/deployment-web.yaml`
public record RemediationPlan(SortedMap<String, String> files) {

  public RemediationPlan {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }
}
