package org.safeguard.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.safeguard.model.tree.ObjectNode;

final class ListPageTest {

  private final List<Map<String, Object>> added = new ArrayList<>();

  private final ListTarget target =
      new ListTarget() {
        @Override
        public void add(ObjectNode object) {
          added.add(object.plain());
        }

        @Override
        public boolean restart() {
          return true;
        }
      };

  @Test
  void whatWasNotAskedOfASecretIsUnknown() throws Exception {
    read(
        new ServedType("", "v1", "secrets", "Secret", true),
        "{\"kind\":\"PartialObjectMetadataList\",\"items\":[{\"metadata\":{\"name\":\"a\"}}]}");
    assertEquals(
        List.of(
            Map.of(
                "apiVersion", "v1",
                "kind", "Secret",
                "metadata", Map.of("name", "a"),
                "type", "(redacted: not asked for)",
                "data", "(redacted: secret value)")),
        added);
  }

  @Test
  void anotherGroupsSecretKeepsItsFields() throws Exception {
    read(
        new ServedType("vault.example.org", "v1", "secrets", "Secret", true),
        "{\"kind\":\"SecretList\",\"items\":[{\"metadata\":{\"name\":\"a\"},\"data\":{\"path\":\"x\"}}]}");
    assertEquals(
        List.of(
            Map.of(
                "apiVersion",
                "vault.example.org/v1",
                "kind",
                "Secret",
                "metadata",
                Map.of("name", "a"),
                "data",
                Map.of("path", "x"))),
        added);
  }

  private void read(ServedType type, String json) throws Exception {
    ListPage page = new ListPage(type, Set.of(), target, _ -> {});
    page.begin(true);
    page.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }
}
