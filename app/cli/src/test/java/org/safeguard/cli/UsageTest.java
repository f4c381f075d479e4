package org.safeguard.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UsageTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '"',
      textBlock =
          """
          ""                                ¦ name a command: assess, capture, collector, compare, export, bundle or packs ¦ See: safeguard --help
          asess x                           ¦ there is no command 'asess'                    ¦ Did you mean assess?
          qqqqqqq                           ¦ there is no command 'qqqqqqq'                  ¦ See: safeguard --help
          assess                            ¦ missing: SOURCE                                ¦ See: safeguard assess --help
          assess x --workbook               ¦ missing: --workbook F.xlsx                     ¦ See: safeguard assess --help
          assess --nope x                   ¦ there is no option '--nope'                    ¦ See: safeguard assess --help
          assess x --fail-on bad            ¦ '--fail-on': name one of critical, high, medium, low, not bad ¦ See: safeguard assess --help
          assess x --kubernetes-version new ¦ --kubernetes-version takes a version such as 1.31, not 'new'  ¦ See: safeguard assess --help
          assess - -                        ¦ standard input, '-', can be read only once     ¦ See: safeguard assess --help
          export                            ¦ missing: --format xlsx|json|csv|remediation, --output F, F.safeguard ¦ See: safeguard export --help
          export x -o y --format pdf        ¦ '--format': name one of xlsx, json, csv, remediation, not pdf ¦ See: safeguard export --help
          bundle                            ¦ name one of: show, verify, create, diff, redact, sign, encrypt, decrypt, new-key              ¦ See: safeguard bundle --help
          bundle create x                   ¦ missing: --output BUNDLE                       ¦ See: safeguard bundle create --help
          packs                             ¦ name one of: list, show, check, test, docs     ¦ See: safeguard packs --help
          packs check a b                   ¦ 'b' is one argument too many                   ¦ See: safeguard packs check --help
          help nope                         ¦ there is no command 'nope'                     ¦ See: safeguard --help
          """)
  void wrongUsageIsOneSentenceAndAWayOn(String line, String what, String wayOn) {
    Object[] words = line.isEmpty() ? new Object[0] : line.split(" ");
    String expected = "safeguard: " + what + "\n" + wayOn + "\n";
    assertEquals(new Cli(ExitStatus.USAGE, "", expected), Cli.run(words));
  }

  @ParameterizedTest
  @CsvSource({
    "assess target/test-classes/policy.yaml --pack hipaa",
    "packs check hipaa",
    "packs show SGW-XXX-999"
  })
  void anUnknownPackIsWrongUsage(String line) {
    assertEquals(ExitStatus.USAGE, Cli.run((Object[]) line.split(" ")).status());
  }
}
