package org.safeguard.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.safeguard.rules.MessageTemplate.Piece;

class MessageTemplateTest {

  @Test
  void splitsTextAndCode() {
    assertEquals(
        List.of(
            new Piece.Text("Container "),
            new Piece.Code("container.name", 11),
            new Piece.Text(" is bad")),
        MessageTemplate.split("Container {container.name} is bad"));
  }

  @Test
  void bracesInCodeAndQuotesBelongToTheCode() {
    assertEquals(
        List.of(new Piece.Text(""), new Piece.Code(" {'a': '}'}['a']", 1), new Piece.Text(" {x}")),
        MessageTemplate.split("{ {'a': '}'}['a']} {{x}}"));
  }

  @Test
  void openBraceIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> MessageTemplate.split("a {b"));
  }
}
