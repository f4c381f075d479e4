package org.safeguard.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.safeguard.document.Documents;
import org.safeguard.model.tree.ObjectNode;

class ScalarTextTest {

  private static String place(String yaml, String needle) throws Exception {
    ObjectNode root = (ObjectNode) Documents.yaml(yaml).getFirst();
    String text = root.text("pass").orElseThrow();
    List<String> lines = yaml.lines().toList();
    int line = root.get("pass").line();
    ScalarText.Place place = ScalarText.find(lines, line, "pass", text, text.indexOf(needle));
    String found = lines.get(place.line() - 1).substring(place.column() - 1);
    assertEquals(true, found.startsWith(needle), found);
    return place.line() + ":" + place.column();
  }

  @Test
  void plainAndQuotedScalars() throws Exception {
    assertEquals("2:20", place("id: x\npass: workload.hostPIDs\n", "PIDs"));
    assertEquals("1:19", place("pass: \"!container.nope\"\n", "nope"));
    assertEquals("1:26", place("pass: \"a.b == \\\"x\\\" && c.nope\"\n", "nope"));
    assertEquals("1:26", place("pass: 'a.b == ''x'' && c.nope'\n", "nope"));
  }

  @Test
  void blockScalars() throws Exception {
    assertEquals("3:5", place("pass: |\n  a &&\n  b.nope\n", "nope"));
    assertEquals("3:5", place("pass: >-\n  a &&\n  b.nope\n", "nope"));
    assertEquals("3:12", place("pass: >- # why\n  a && b ||\n  c && d.x.nope\n", "nope"));
  }

  @Test
  void plainScalarOverTwoLines() throws Exception {
    assertEquals("2:5", place("pass: a &&\n  b.nope\n", "nope"));
  }
}
