package org.safeguard.desktop.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PrintableTest {

  @Test
  void whatCannotBeSeenIsMarked() {
    assertEquals("aws\uFFFDexe", Printable.of("aws\u202Eexe"));
    assertEquals("one\uFFFDtwo", Printable.of("one\ntwo"));
    assertEquals("Klinik Süd", Printable.of("Klinik Süd"));
  }

  @Test
  void argumentsAreSeenAsSuch() {
    assertEquals(
        "aws --name 'two words' '' 'it'\\''s'",
        Printable.command(List.of("aws", "--name", "two words", "", "it's")));
  }

  @Test
  void linesStayLines() {
    assertEquals("a\nb\uFFFDc", Printable.lines(List.of("a", "b\tc")));
  }
}
