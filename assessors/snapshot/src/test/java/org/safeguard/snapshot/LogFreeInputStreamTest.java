package org.safeguard.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class LogFreeInputStreamTest {

  private static final String START = "==== START logs for container c of pod a/b ====";
  private static final String END = "==== END logs for container c of pod a/b ====";
  private static final List<String> LINES =
      List.of("{}", "=", "==== STAR", "a = b", "", "  " + START, "==== END of file", "x", "===");

  private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);

  /// Random lines and logs, and what should be left of them.
  private record Sample(String text, String left, int logs) {}

  private Sample sample() {
    StringBuilder text = new StringBuilder();
    StringBuilder left = new StringBuilder();
    int logs = 0;
    for (int part = random.nextInt(12); part > 0; part--) {
      boolean log = random.nextInt(3) == 0;
      if (log) {
        logs++;
        add(START, true, text, left);
      }
      for (int i = random.nextInt(4); i > 0; i--) {
        add(LINES.get(random.nextInt(LINES.size())), log, text, left);
      }
      if (log) {
        add(END, true, text, left);
      }
    }
    return new Sample(text.toString(), left.toString(), logs);
  }

  private static void add(String line, boolean log, StringBuilder text, StringBuilder left) {
    text.append(line).append('\n');
    left.append(log ? " ".repeat(line.length()) : line).append('\n');
  }

  @Test
  void logsAreBlankedHoweverTheBytesCome() throws Exception {
    for (int round = 0; round < 2_000; round++) {
      Sample sample = sample();
      LogFreeInputStream in = new LogFreeInputStream(inPieces(sample.text()));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[1 + random.nextInt(40)];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
      }
      assertEquals(sample.left(), out.toString(StandardCharsets.UTF_8));
      assertEquals(sample.logs(), in.logs());
    }
  }

  private FilterInputStream inPieces(String text) {
    return new FilterInputStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))) {
      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        return super.read(bytes, offset, Math.min(length, 1 + random.nextInt(9)));
      }
    };
  }
}
