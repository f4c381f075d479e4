package org.safeguard.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.safeguard.document.Documents;
import org.safeguard.document.MalformedDocumentException;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.tree.ArrayNode;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.verdict.ObjectReference;
import org.safeguard.model.verdict.Outcome;
import org.safeguard.model.verdict.ProposedValue;
import org.safeguard.model.verdict.Status;
import org.safeguard.model.verdict.Verdict;

/// Applies the values that failed verdicts propose, and looks whether the verdicts pass then.
///
/// @param judge the verdicts of a snapshot
record FixProof(Function<Snapshot, List<Verdict>> judge) {

  /// The first verdict that its own fix does not make pass, empty when all do.
  Optional<Verdict> firstUnfixed(Snapshot snapshot, List<Verdict> verdicts) {
    return verdicts.stream().filter(verdict -> !isFixed(snapshot, verdict)).findFirst();
  }

  private boolean isFixed(Snapshot snapshot, Verdict verdict) {
    if (!(verdict.outcome() instanceof Outcome.Failed(String _, List<ProposedValue> fix))
        || fix.isEmpty()) {
      return true;
    }
    return judge.apply(fixed(snapshot, verdict.subject().object(), fix)).stream()
        .anyMatch(v -> v.id().equals(verdict.id()) && v.status() == Status.PASSED);
  }

  private static Snapshot fixed(Snapshot all, ObjectReference object, List<ProposedValue> fix) {
    List<Resource> resources = new ArrayList<>();
    for (Resource resource : all.resources()) {
      resources.add(Candidate.reference(resource).equals(object) ? fixed(resource, fix) : resource);
    }
    return new Snapshot(
        all.id(),
        all.source(),
        all.format(),
        all.cluster(),
        all.capturedAt(),
        all.kubernetesVersion(),
        all.files(),
        resources,
        all.coverage(),
        all.skipped());
  }

  private static Resource fixed(Resource resource, List<ProposedValue> fix) {
    Node body = resource.body();
    for (ProposedValue value : fix) {
      List<String> steps = List.of(value.pointer().substring(1).split("/", -1));
      body = with(body, steps, parsed(value.value()));
    }
    return new Resource(
        resource.apiVersion(),
        resource.kind(),
        resource.namespace(),
        resource.name(),
        resource.uid(),
        resource.resourceVersion(),
        resource.file(),
        (ObjectNode) body);
  }

  /// `node` with `value` at the end of the steps, with mappings made where there are none.
  private static Node with(Node node, List<String> steps, Node value) {
    if (steps.isEmpty()) {
      return value;
    }
    String step = steps.getFirst().replace("~1", "/").replace("~0", "~");
    List<String> rest = steps.subList(1, steps.size());
    if (node instanceof ArrayNode array) {
      List<Node> items = new ArrayList<>(array.items());
      int at = Integer.parseInt(step);
      items.set(at, with(items.get(at), rest, value));
      return new ArrayNode(items, array.line());
    }
    ObjectNode.Builder copy = ObjectNode.builder(node.line());
    Node member = null;
    if (node instanceof ObjectNode object) {
      object.each(copy::put);
      member = object.get(step);
    }
    return copy.put(step, with(member == null ? ObjectNode.EMPTY : member, rest, value)).build();
  }

  private static Node parsed(String yaml) {
    try {
      return Documents.yaml(yaml).getFirst();
    } catch (MalformedDocumentException e) {
      throw new IllegalStateException("The value of a fix was written by us", e);
    }
  }
}
