package org.safeguard.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class OperandsTest {

  @Test
  void eachOperandIsTakenOutAtEveryDepth() {
    assertEquals(List.of("b || c", "a || c", "a || b"), dropped("a || b || c"), "a chain");
    assertEquals(List.of("c", "a && b", "b || c", "a || c"), dropped("a && b || c"), "precedence");
    assertEquals(
        List.of("x.all(y, q)", "x.all(y, p)"), dropped("x.all(y, p && q)"), "within a macro");
    assertEquals(List.of("(b)", "(a)"), dropped("(a || b)"), "within brackets");
    assertEquals(List.of(), dropped("a == \"x && y\""), "within text");
    assertEquals(List.of("a ? c : d", "a ? b : d"), dropped("a ? b && c : d"), "of a condition");
  }

  private static List<String> dropped(String source) {
    return Operands.droppedFrom(source).stream()
        .map(text -> text.strip().replaceAll(" +", " ").replace("( ", "(").replace(" )", ")"))
        .toList();
  }
}
