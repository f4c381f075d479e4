package org.safeguard.controlplane;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.safeguard.document.Documents;
import org.safeguard.document.MalformedDocumentException;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.tree.ArrayNode;
import org.safeguard.model.tree.Node;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;

/// The arguments of a k3s or RKE2 server, which it notes on its node
/// ([server options](https://docs.k3s.io/cli/server)). It sets more by itself that it
/// does not note.
///
/// @param place the annotation
/// @param arguments as written there
record NodeArguments(Place place, List<String> arguments) {

  private static final List<String> ANNOTATIONS = List.of("k3s.io/node-args", "rke2.io/node-args");

  NodeArguments {
    arguments = List.copyOf(arguments);
  }

  /// Those of the servers; agents run nothing of the control plane.
  static List<NodeArguments> in(ClusterObjects objects) {
    List<NodeArguments> found = new ArrayList<>();
    for (Place node : objects.placesOf(new ResourceType("", "Node"))) {
      for (String annotation : ANNOTATIONS) {
        Place place = node.at("metadata", "annotations", annotation);
        List<String> arguments = parsed(place.text().orElse(""));
        if (!arguments.isEmpty() && arguments.getFirst().equals("server")) {
          found.add(new NodeArguments(place, arguments));
        }
      }
    }
    return found;
  }

  /// What is passed on to a component; empty where nothing is.
  Optional<GivenFlags> flags(Component component) {
    Map<String, List<FlagValue>> given = new TreeMap<>();
    String passed = "--" + component.program() + "-arg";
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.equals(passed) && i + 1 < arguments.size()) {
        put(given, arguments.get(i + 1));
      } else if (argument.startsWith(passed + "=")) {
        put(given, argument.substring(passed.length() + 1));
      } else if (component == Component.API_SERVER && encrypts(argument)) {
        put(given, "encryption-provider-config=server/cred/encryption-config.json");
      }
    }
    Cause others =
        new Cause(
            Cause.Code.UNRESOLVED,
            "the node's annotation names only what was passed on to "
                + component.program()
                + "; supply a kube-bench report of a server node");
    return given.isEmpty()
        ? Optional.empty()
        : Optional.of(new GivenFlags(given, place.reading(), Optional.of(others)));
  }

  private static boolean encrypts(String argument) {
    return argument.equals("--secrets-encryption") || argument.equals("--secrets-encryption=true");
  }

  private void put(Map<String, List<FlagValue>> given, String flag) {
    int equals = flag.indexOf('=');
    String name = GivenFlags.name(equals < 0 ? flag : flag.substring(0, equals));
    String value = equals < 0 ? "true" : flag.substring(equals + 1);
    GivenFlags.put(given, name, new FlagValue(value, place.reading("--" + name + "=" + value)));
  }

  private static List<String> parsed(String text) {
    try {
      List<Node> documents = text.isEmpty() ? List.of() : Documents.yaml(text);
      return !documents.isEmpty() && documents.getFirst() instanceof ArrayNode list
          ? list.texts()
          : List.of();
    } catch (MalformedDocumentException e) {
      return List.of(); // an annotation of somebody else's making says nothing
    }
  }
}
