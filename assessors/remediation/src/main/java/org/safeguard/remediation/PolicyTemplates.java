package org.safeguard.remediation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.safeguard.document.Documents;
import org.safeguard.document.MalformedDocumentException;
import org.safeguard.model.tree.ArrayNode;

/// The table of policies, which is content: `policies.yaml` beside this class.
final class PolicyTemplates {

  private PolicyTemplates() {}

  static List<PolicyTemplate> load() {
    try (InputStream in = PolicyTemplates.class.getResourceAsStream("policies.yaml")) {
      if (in == null) {
        throw new IllegalStateException("policies.yaml is missing");
      }
      ArrayNode root = (ArrayNode) Documents.yaml(in).getFirst();
      return root.objects().stream()
          .map(
              node ->
                  new PolicyTemplate(
                      node.text("id").orElseThrow(),
                      node.text("title").orElseThrow(),
                      node.text("expression").orElseThrow(),
                      node.text("message").orElseThrow()))
          .toList();
    } catch (MalformedDocumentException e) {
      throw new IllegalStateException("policies.yaml is no YAML", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
