package org.safeguard.admission;

import java.util.List;
import java.util.Map;

/// Something that admission can refuse, with how to try whether it does and how libraries name it.
///
/// @param id such as `privileged`
/// @param title in words, for reports
/// @param level the Pod Security level that includes it: `baseline`, `restricted`, or empty
/// @param violations changes to a blameless object, each of which must be refused
/// @param fields what the text of a policy about it mentions
/// @param names names that public policy libraries give to policies about it
/// @param constraints kinds of Gatekeeper constraints about it
/// @param modules Kubewarden modules about it
/// @param podSecurity names that Kyverno gives it in a `podSecurity` rule
record Control(
    String id,
    String title,
    String level,
    List<Violation> violations,
    List<String> fields,
    List<String> names,
    List<String> constraints,
    List<String> modules,
    List<String> podSecurity) {

  /// One way of breaking a control.
  ///
  /// @param container merged into a container
  /// @param pod merged into the pod spec
  /// @param metadata merged into the metadata
  /// @param service merged into a service
  record Violation(
      Map<String, Object> container,
      Map<String, Object> pod,
      Map<String, Object> metadata,
      Map<String, Object> service) {

    boolean ofContainers() {
      return !container.isEmpty();
    }
  }

  boolean ofContainers() {
    return violations.stream().anyMatch(Violation::ofContainers);
  }

  /// Whether a text mentions what the control is about.
  boolean mentionedIn(String text) {
    return fields.stream().anyMatch(text::contains);
  }
}
