package org.safeguard.capture;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.safeguard.document.JsonDocuments;
import org.safeguard.document.Limits;
import org.safeguard.document.MalformedDocumentException;
import org.safeguard.model.snapshot.CapturedList;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.TypeCoverage;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.redaction.Redactor;

/// The config maps that say how the cluster itself is set up. A role may allow just these, by name.
final class NamedConfigMaps {

  private static final String NAMESPACE = "kube-system";
  private static final List<String> NAMES =
      List.of("kubeadm-config", "kubelet-config", "kube-proxy");

  private final Requests requests;
  private final Clock clock;

  NamedConfigMaps(Requests requests, Clock clock) {
    this.requests = requests;
    this.clock = clock;
  }

  /// @param forbidden what came of the lists
  TypeOutcome capture(ServedType type, TypeOutcome forbidden, TypeTarget target) {
    List<CapturedList> lists = new ArrayList<>(forbidden.lists());
    List<String> found = new ArrayList<>();
    for (String name : NAMES) {
      String path = type.path(NAMESPACE) + "/" + name;
      Instant started = clock.instant();
      try {
        Answer answer = requests.get(path, "application/json", body -> read(body, target));
        int objects = answer.isOk() ? 1 : 0;
        lists.add(
            new CapturedList(
                type.type(),
                path,
                "",
                started,
                clock.instant(),
                1,
                objects,
                answer.status(),
                true));
        if (answer.isOk()) {
          found.add(name);
        }
      } catch (RequestFailure e) {
        break; // the lists have said what is wrong
      }
    }
    return found.isEmpty()
        ? forbidden
        : new TypeOutcome(
            new TypeCoverage(
                type.type(),
                Coverage.PARTIAL,
                found.size(),
                "only "
                    + String.join(", ", found)
                    + " of "
                    + NAMESPACE
                    + ", by name; "
                    + forbidden.coverage().cause()),
            false,
            lists,
            target.redactions());
  }

  private static void read(InputStream body, TypeTarget target)
      throws IOException, MalformedDocumentException {
    List<Node> roots = new ArrayList<>();
    JsonDocuments.read(
        body, Limits.DEFAULT, Redactor.droppedKeys(), (root, streamed) -> roots.add(root));
    if (roots.isEmpty() || !(roots.getFirst() instanceof ObjectNode object)) {
      throw new MalformedDocumentException(0, "it is no object");
    }
    target.add(object);
  }
}
