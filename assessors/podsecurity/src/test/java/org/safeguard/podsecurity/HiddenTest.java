package org.safeguard.podsecurity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safeguard.model.tree.ArrayNode;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.ScalarNode;
import org.safeguard.objects.PodTemplate;

/// Values that were taken out or are of the wrong type never let a pod in.
class HiddenTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "main: {privileged: '***HIDDEN***'} | BASELINE | UNKNOWN",
        "main: {privileged: 'true'} | BASELINE | UNKNOWN",
        "main: '***HIDDEN***' | BASELINE | UNKNOWN",
        "{main: {privileged: '***HIDDEN***'}, init: {privileged: true}} | BASELINE | REFUSED",
        "spec: {containers: '***HIDDEN***', initContainers: []} | BASELINE | UNKNOWN",
        "spec: {hostNetwork: '***HIDDEN***'} | BASELINE | UNKNOWN",
        "spec: {hostUsers: '***HIDDEN***'} | RESTRICTED | ALLOWED",
        "{spec: {hostUsers: '***HIDDEN***'}, pod: {runAsUser: 0}} | RESTRICTED | UNKNOWN",
        "{spec: {os: '***HIDDEN***'}, main: {capabilities: null}} | RESTRICTED | UNKNOWN",
        "spec: {volumes: [{name: v, emptyDir: '***HIDDEN***'}]} | RESTRICTED | UNKNOWN",
        "spec: {volumes: '***HIDDEN***'} | BASELINE | UNKNOWN",
        "pod: {runAsNonRoot: '***HIDDEN***'} | RESTRICTED | UNKNOWN",
        "{pod: {runAsNonRoot: '***HIDDEN***'}, main: {runAsNonRoot: true}, init: {runAsNonRoot: true}} | RESTRICTED | UNKNOWN",
        "pod: {seccompProfile: {type: '***HIDDEN***'}} | RESTRICTED | UNKNOWN",
        "annotations: {container.apparmor.security.beta.kubernetes.io/main: '***HIDDEN***'} | BASELINE | UNKNOWN",
        "main: {capabilities: {drop: '***HIDDEN***'}} | RESTRICTED | UNKNOWN",
        "main: {capabilities: {drop: '***HIDDEN***', add: [BPF]}} | RESTRICTED | REFUSED",
        "container: {livenessProbe: {httpGet: {host: '***HIDDEN***'}}} | BASELINE | UNKNOWN",
      })
  void hiddenIsUnknownUnlessSomethingElseDecides(
      String change, Level level, Evaluation.Answer answer) {
    PodTemplate pod = Pods.changed(Pods.tree(change));
    assertEquals(answer, Standards.evaluate(pod, level, PolicyVersion.LATEST).answer());
  }

  @Test
  void aPodWithoutContainersIsUnknown() {
    for (String spec : List.of("{}", "{containers: []}", "{containers: null}")) {
      PodTemplate pod =
          Pods.pod("{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: " + spec + "}");
      assertEquals(
          Evaluation.Answer.UNKNOWN,
          Standards.evaluate(pod, Level.BASELINE, PolicyVersion.LATEST).answer(),
          spec);
    }
  }

  /// Whatever place is hidden, the answer stays or becomes unknown; a refused pod is never let in.
  @Test
  void hidingAnyPlaceNeverTurnsRefusedIntoAllowed() {
    for (ObjectNode change : Pods.resource("corpus.yaml")) {
      PodTemplate pod = Pods.changed(change);
      for (int minor : List.of(18, 37)) {
        for (Level level : List.of(Level.BASELINE, Level.RESTRICTED)) {
          Evaluation.Answer before =
              Standards.evaluate(pod, level, PolicyVersion.of(minor)).answer();
          for (Node hidden : hidden(pod.resource().body())) {
            Evaluation.Answer after =
                Standards.evaluate(Pods.pod((ObjectNode) hidden), level, PolicyVersion.of(minor))
                    .answer();
            if (before == Evaluation.Answer.REFUSED) {
              assertNotEquals(
                  Evaluation.Answer.ALLOWED, after, change.text("case") + " " + hidden.plain());
            }
          }
        }
      }
    }
  }

  /// The node with one place below it hidden, for each place.
  private static List<Node> hidden(Node node) {
    List<Node> variants = new ArrayList<>();
    switch (node) {
      case ObjectNode object ->
          object.each(
              (key, value) -> {
                List<Node> changed = new ArrayList<>(hidden(value));
                changed.add(new ScalarNode("***HIDDEN***", 1));
                for (Node other : changed) {
                  ObjectNode.Builder copy = ObjectNode.builder(1);
                  object.each(copy::put);
                  variants.add(copy.put(key, other).build());
                }
              });
      case ArrayNode array -> {
        for (int i = 0; i < array.items().size(); i++) {
          List<Node> changed = new ArrayList<>(hidden(array.items().get(i)));
          changed.add(new ScalarNode("***HIDDEN***", 1));
          for (Node other : changed) {
            List<Node> items = new ArrayList<>(array.items());
            items.set(i, other);
            variants.add(new ArrayNode(items, 1));
          }
        }
      }
      case ScalarNode _ -> {}
    }
    return variants;
  }
}
