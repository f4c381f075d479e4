package org.safeguard.snapshot;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.tree.ArrayNode;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.ScalarNode;

/// Files of support tools that hold no object and tell what the tool was asked, allowed and refused
/// to read.
final class SupportFiles {

  static final String REVERSE_MAP =
      "it maps what was redacted back to the original: never imported; delete it from what is"
          + " handed in";

  private static final Pattern ACCESS = path("cluster-resources/auth-cani-list/([^/]+)\\.json");
  private static final Pattern ERRORS = path("cluster-resources/([^/]+)-errors\\.json");
  private static final Pattern SECRET = path("secrets/[^/]+/.+\\.json");
  private static final Pattern CONFIGZ = path("hosts/([^/]+)/configz\\.json");
  private static final Pattern ASKED = path("meta/config\\.json");
  private static final Pattern TOKEN = Pattern.compile("\\*\\*\\*TOKEN_[^*]*\\*\\*\\*");
  private static final int LONGEST_CAUSE = 200;

  private SupportFiles() {}

  private static Pattern path(String pattern) {
    return Pattern.compile("(?:.*[/!])?" + pattern);
  }

  /// Takes a document that tells something of the source.
  ///
  /// @return in words what became of it; the empty text where nothing has to be said, and nothing
  ///     at all where it is no such file
  static Optional<String> take(Node document, String file, Harvest harvest) {
    Matcher access = ACCESS.matcher(file);
    if (access.matches() && document instanceof ArrayNode array) {
      harvest.notes.access.put(access.group(1), AccessRules.of(array));
      return Optional.of("");
    }
    Matcher errors = ERRORS.matcher(file);
    if (errors.matches()) {
      return noteErrors(errors.group(1), document, harvest);
    }
    if (!(document instanceof ObjectNode object)) {
      return Optional.empty();
    }
    if (isReverseMap(object)) {
      return Optional.of(REVERSE_MAP);
    }
    if (SECRET.matcher(file).matches() && object.has("secretExists")) {
      return Optional.of("what a support bundle says of one Secret; its value is not read");
    }
    return ASKED.matcher(file).matches() ? noteAsked(object, harvest) : Optional.empty();
  }

  /// A map of tokens to what they stand for, of Troubleshoot, or a report of must-gather-clean.
  private static boolean isReverseMap(ObjectNode object) {
    boolean report =
        object.get("replacements") instanceof ArrayNode replacements
            && replacements.items().stream().anyMatch(SupportFiles::isReplacement);
    boolean tokens =
        object.object("tokens").keys().stream().anyMatch(key -> TOKEN.matcher(key).matches())
            || object.keys().stream().anyMatch(key -> TOKEN.matcher(key).matches());
    return report || tokens || object.has("tokens") && object.has("secretRefs");
  }

  private static boolean isReplacement(Node node) {
    return switch (node) {
      case ObjectNode object -> object.has("replacedWith") || object.has("canonical");
      case ArrayNode array -> array.items().stream().anyMatch(SupportFiles::isReplacement);
      case ScalarNode _ -> false;
    };
  }

  private static Optional<String> noteErrors(String list, Node document, Harvest harvest) {
    String text = texts(document);
    Optional<ResourceType> type =
        PathKinds.of(list).map(kind -> KnownTypes.of(kind.apiVersion(), kind.kind()));
    if (text.isEmpty() || type.isEmpty()) {
      return Optional.of("");
    }
    String cause = text.length() <= LONGEST_CAUSE ? text : text.substring(0, LONGEST_CAUSE) + "…";
    harvest.notes.errors.put(type.get(), "the support bundle could not list them all: " + cause);
    return Optional.of("");
  }

  /// Errors come as a mapping from namespace to text, or as an array of texts.
  private static String texts(Node document) {
    return switch (document) {
      case ObjectNode object -> {
        StringBuilder all = new StringBuilder();
        object.each(
            (key, value) ->
                all.append(all.isEmpty() ? "" : "; ").append(key + ": " + texts(value)));
        yield all.toString();
      }
      case ArrayNode array ->
          String.join("; ", array.items().stream().map(SupportFiles::texts).toList());
      case ScalarNode scalar -> scalar.text().replaceAll("\\s+", " ").strip();
    };
  }

  private static Optional<String> noteAsked(ObjectNode object, Harvest harvest) {
    if (!object.has("ResultsDir") || !(object.get("Resources") instanceof ArrayNode resources)) {
      return Optional.empty();
    }
    Set<String> asked = new LinkedHashSet<>();
    resources.texts().forEach(plural -> asked.add(plural.toLowerCase(Locale.ROOT)));
    harvest.notes.asked = asked;
    return Optional.of("");
  }

  /// The configuration that a kubelet runs with, which sonobuoy asked it for, named by its node.
  static Optional<ObjectNode> kubelet(ObjectNode document, String file) {
    Matcher configz = CONFIGZ.matcher(file);
    if (!configz.matches() || !(document.get("kubeletconfig") instanceof ObjectNode config)) {
      return Optional.empty();
    }
    ObjectNode.Builder typed = ObjectNode.builder(config.line());
    typed.put("apiVersion", Evidence.text("kubelet.config.k8s.io/v1beta1"));
    typed.put("kind", Evidence.text("KubeletConfiguration"));
    config.each(typed::putIfAbsent);
    return Optional.of(Evidence.configuration(typed.build(), configz.group(1)));
  }

  /// Types that the API server serves, from its aggregated discovery.
  static void noteServed(List<ObjectNode> groups, Harvest harvest) {
    Set<ResourceType> served = new LinkedHashSet<>();
    for (ObjectNode group : groups) {
      String name = group.object("metadata").text("name").orElse("");
      for (ObjectNode version : group.array("versions").objects()) {
        for (ObjectNode resource : version.array("resources").objects()) {
          String kind = resource.object("responseKind").text("kind").orElse("");
          served.add(KnownTypes.current(new ResourceType(name, kind)));
        }
      }
    }
    harvest.notes.served = served;
  }
}
