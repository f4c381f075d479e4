package org.safeguard.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ResultCsvTest {

  @Test
  void everyVerdictIsOneRecordOfNineteenCells() throws IOException {
    List<List<String>> records = records(written());
    assertEquals(1 + Clinic.small().verdicts().size(), records.size());
    records.forEach(record -> assertEquals(19, record.size(), record::toString));
  }

  @Test
  void noCellIsTakenForAFormula() throws IOException {
    List<List<String>> records = records(written());
    records.forEach(
        record ->
            record.forEach(
                cell ->
                    assertFalse(!cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0, cell)));
    assertEquals("'" + Clinic.HOSTILE, records.get(1).get(12));
    assertEquals("'@SUM(A1)\t\"quoted\", and\nsecond line", records.get(5).get(12));
  }

  @Test
  void thereIsNoByteOrderMarkAndLinesEndAsRfc4180Says() throws IOException {
    String text = written();
    assertTrue(text.startsWith("id,rule,title,status,"), text.substring(0, 40));
    assertTrue(text.endsWith("\r\n"));
  }

  private static String written() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ResultCsv.write(Clinic.small(), out);
    return out.toString(StandardCharsets.UTF_8);
  }

  /// A reader of its own, after RFC 4180.
  private static List<List<String>> records(String text) {
    List<List<String>> records = new ArrayList<>();
    List<String> record = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        cell.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ',' || c == '\r')) {
        record.add(cell.toString());
        cell.setLength(0);
      } else if (!quoted && c == '\n') {
        records.add(record);
        record = new ArrayList<>();
      } else {
        cell.append(c);
      }
    }
    return records;
  }
}
