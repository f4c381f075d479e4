package org.safeguard.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HelpTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "assess",
        "capture",
        "pod-security",
        "network",
        "access",
        "collector",
        "compare",
        "export",
        "bundle",
        "bundle show",
        "bundle verify",
        "bundle create",
        "bundle diff",
        "bundle redact",
        "bundle sign",
        "bundle encrypt",
        "bundle decrypt",
        "bundle new-key",
        "packs",
        "packs list",
        "packs show",
        "packs check",
        "packs test",
        "packs docs"
      })
  void everyCommandExplainsItself(String command) throws Exception {
    List<String> words = new ArrayList<>(List.of(command.split(" ")));
    words.remove("");
    words.add("--help");
    Cli help = Cli.run(words.toArray());
    assertEquals(0, help.status());
    assertEquals("", help.err());
    assertTrue(help.out().lines().allMatch(line -> line.length() <= 100), help.out());
    Golden.check(("help " + command).trim().replace(' ', '-'), help.out());
  }

  @Test
  void theVersionIsTold() {
    assertEquals(new Cli(0, "Safeguard Workbench development\n", ""), Cli.run("--version"));
  }
}
