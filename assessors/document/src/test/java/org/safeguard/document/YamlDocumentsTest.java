package org.safeguard.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safeguard.model.tree.JsonPointer;
import org.safeguard.model.tree.Node;

class YamlDocumentsTest {

  @Test
  void readsYamlOnePointOneScalarsAsKubernetesDoes() throws Exception {
    Node root =
        Documents.yaml(
                "mode: 0644\non: yes\ndate: 2024-01-01\nquoted: '0644'\nnone: ~\nsize: 1.5\n")
            .getFirst();
    assertEquals(
        Map.of(
            "mode",
            420L,
            "on",
            true,
            "date",
            "2024-01-01",
            "quoted",
            "0644",
            "none",
            "",
            "size",
            1.5),
        root.plain());
  }

  @Test
  void everyValueKnowsItsLine() throws Exception {
    Node root = Documents.yaml("# comment\na:\n  b:\n  - x\n  - y: 1\n").getFirst();
    assertEquals(5, new JsonPointer("/a/b/1/y").lineIn(root));
    assertEquals(4, new JsonPointer("/a/b/0").lineIn(root));
    assertEquals(5, new JsonPointer("/a/b/1/absent/deeper").lineIn(root));
  }

  @Test
  void mergeKeysFillInWhatIsMissing() throws Exception {
    Node root = Documents.yaml("base: &b {x: 1, y: 2}\nuse:\n  y: 3\n  <<: *b\n").getFirst();
    assertEquals(
        Map.of("base", Map.of("x", 1L, "y", 2L), "use", Map.of("y", 3L, "x", 1L)), root.plain());
  }

  @Test
  void listMembersAreStreamedAndPutBack() throws Exception {
    Node root = Documents.yaml("kind: List\nitems:\n- a: 1\n- a: 2\n").getFirst();
    assertEquals(
        Map.of("kind", "List", "items", List.of(Map.of("a", 1L), Map.of("a", 2L))), root.plain());
  }

  @Test
  void anAliasBombIsRefused() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
    for (int i = 1; i < 12; i++) {
      bomb.append("a%d: &a%d [".formatted(i, i));
      bomb.append("*a%d,".formatted(i - 1).repeat(10)).append("]\n");
    }
    assertThrows(MalformedDocumentException.class, () -> Documents.yaml(bomb.toString()));
  }

  @Test
  void deepNestingIsRefusedWithItsLine() {
    String deep = "a: " + "[".repeat(200) + "]".repeat(200);
    MalformedDocumentException refused =
        assertThrows(MalformedDocumentException.class, () -> Documents.yaml(deep));
    assertEquals("line 1: nested deeper than 128 levels", refused.getMessage());
  }

  @Test
  void aLineBeyondTheBoundIsRefused() {
    MalformedDocumentException refused =
        assertThrows(
            MalformedDocumentException.class, () -> Documents.yaml("a: " + "x".repeat(5 << 20)));
    assertEquals("line 1: a line is longer than 2 MiB", refused.getMessage());
  }
}
