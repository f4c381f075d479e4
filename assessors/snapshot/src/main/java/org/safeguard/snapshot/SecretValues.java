package org.safeguard.snapshot;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.safeguard.model.tree.ArrayNode;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.Redacted;
import org.safeguard.model.tree.ScalarNode;

/// Takes the values out of a Secret and keeps the names of its keys, and whether the source held
/// the values in clear.
final class SecretValues {

  /// The source held the value itself.
  static final Redacted IN_CLEAR = new Redacted("secret value, was in clear");

  /// The source held a marker in place of the value.
  static final Redacted ELIDED = new Redacted("secret value");

  /// The source held a certificate, which is public.
  static final Redacted CERTIFICATE = new Redacted("secret value, a certificate");

  private static final Set<String> CERTIFICATES = Set.of("tls.crt", "ca.crt", "service-ca.crt");
  private static final List<String> FIELDS = List.of("data", "stringData", "Data", "StringData");
  private static final Pattern MARKER =
      Pattern.compile(
          "\\s*|\\d+ bytes long|\\*+(HIDDEN)?\\**|[<\\[(]?(redacted|removed|masked|hidden)[>\\])]?",
          Pattern.CASE_INSENSITIVE);

  private SecretValues() {}

  static ObjectNode dropped(ObjectNode secret) {
    ObjectNode.Builder clean = ObjectNode.builder(secret.line());
    secret.each((key, value) -> clean.put(key, FIELDS.contains(key) ? markers(value) : value));
    return clean.build();
  }

  /// The same for the Secrets in a sequence of an object, such as an OpenShift Template.
  static ObjectNode droppedInside(ObjectNode object, String field) {
    List<Node> members = new ArrayList<>();
    for (Node member : object.array(field).items()) {
      boolean secret =
          member instanceof ObjectNode o && o.text("kind").filter("Secret"::equals).isPresent();
      members.add(secret ? dropped((ObjectNode) member) : member);
    }
    ObjectNode.Builder clean = ObjectNode.builder(object.line());
    object.each(clean::put);
    return object.get(field) instanceof ArrayNode array
        ? clean.put(field, new ArrayNode(members, array.line())).build()
        : object;
  }

  private static Node markers(Node values) {
    if (!(values instanceof ObjectNode object)) {
      boolean none = values instanceof ScalarNode(Object value, int _) && value == null;
      return none ? values : new ScalarNode(IN_CLEAR, values.line());
    }
    ObjectNode.Builder markers = ObjectNode.builder(object.line());
    object.each((key, value) -> markers.put(key, new ScalarNode(marker(key, value), value.line())));
    return markers.build();
  }

  private static Redacted marker(String key, Node value) {
    if (!(value instanceof ScalarNode scalar)) {
      return IN_CLEAR;
    }
    String text = scalar.text();
    for (Redacted known : List.of(IN_CLEAR, ELIDED, CERTIFICATE)) {
      if (text.equals(known.toString())) {
        return known;
      }
    }
    if (MARKER.matcher(text).matches() || isEncodedMarker(text)) {
      return ELIDED;
    }
    return CERTIFICATES.contains(key) ? CERTIFICATE : IN_CLEAR;
  }

  private static boolean isEncodedMarker(String text) {
    if (text.length() > 64) {
      return false;
    }
    try {
      byte[] decoded = Base64.getDecoder().decode(text);
      return MARKER.matcher(new String(decoded, StandardCharsets.UTF_8)).matches();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
