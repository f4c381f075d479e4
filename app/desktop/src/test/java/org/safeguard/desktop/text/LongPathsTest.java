package org.safeguard.desktop.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LongPathsTest {

  private static final String DEEP =
      "gather.tar.xz!gather/quay-io-release-sha256-415e56a6d8d2b8576c59d08/cluster/roles/admin.yaml";

  @Test
  void longPathsKeepTheirBeginningAndTheirEnd() {
    assertEquals(
        "gather.tar.xz!…/roles/admin.yaml is the same as in gather.tar.xz!…/roles/admin.yaml:2",
        LongPaths.shortened(DEEP + " is the same as in " + DEEP + ":2"));
  }

  @Test
  void whatIsShortStays() {
    String text = "scenarios/metadata-db/templates/service.yaml: a Helm template, 3/4/5 of $1";
    assertEquals(text, LongPaths.shortened(text));
  }
}
