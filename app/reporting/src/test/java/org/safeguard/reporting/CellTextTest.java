package org.safeguard.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

final class CellTextTest {

  @Test
  void ordinaryTextIsReturnedAsItIs() {
    String text = "Deployment clinic/records-api\nsecond line\twith a tab, é, 漢";
    assertSame(text, CellText.of(text));
  }

  @Test
  void whatLooksEscapedIsEscaped() {
    assertEquals("_x005F_x000D_", CellText.of("_x000D_"));
    assertEquals("_x_", CellText.of("_x_"));
  }

  @Test
  void tooLongTextIsCutAndSaysSo() {
    String cut = CellText.of("x".repeat(40_000));
    assertEquals(CellText.MOST, cut.length());
    assertTrue(cut.endsWith("the whole text is in the engagement file]"));
  }

  @Test
  void whateverComesInACellCanHoldWhatGoesOut() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(42);
    for (int i = 0; i < 2_000; i++) {
      char[] chars = new char[random.nextInt(1, 40)];
      for (int j = 0; j < chars.length; j++) {
        chars[j] = (char) (random.nextBoolean() ? random.nextInt(0x10000) : random.nextInt(0x80));
      }
      String text = CellText.of(new String(chars));
      text.codePoints()
          .forEach(
              c ->
                  assertTrue(
                      c == '\n'
                          || c == '\t'
                          || (c >= ' ' && c < 0xd800)
                          || (c >= 0xe000 && c <= 0xfffd)
                          || c >= 0x10000,
                      () -> Integer.toHexString(c)));
    }
  }
}
