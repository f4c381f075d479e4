package org.safeguard.workbench;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.safeguard.access.Chain;
import org.safeguard.access.EffectiveAccess;
import org.safeguard.access.Grant;
import org.safeguard.access.Holder;
import org.safeguard.access.Question;
import org.safeguard.access.Request;
import org.safeguard.access.SubjectKey;
import org.safeguard.document.JsonText;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.PolicyRule;
import org.safeguard.model.fact.Reading;
import org.safeguard.model.tree.ArrayNode;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.ScalarNode;

/// Answers about rights for programs, schema `safeguard-access/1`. It only ever grows.
///
/// A namespace `*` means everywhere. `whole` is false where roles or bindings may be missing, with
/// the reasons in `notKnown`; what is listed is certain in any case.
public final class AccessJson {

  private final AccessReviews.Found found;
  private final EffectiveAccess access;

  public AccessJson(AccessReviews.Found found) {
    this.found = found;
    this.access = found.access();
  }

  /// Who may do something.
  ///
  /// @throws IOException when the stream refuses
  public void whoCan(Question question, OutputStream out) throws IOException {
    JsonText.write(
        root()
            .put("question", question(question.request()))
            .put("holders", list(access.whoCan(question), this::holder))
            .build(),
        out,
        false);
  }

  /// What somebody may do.
  ///
  /// @throws IOException when the stream refuses
  public void subject(SubjectKey key, OutputStream out) throws IOException {
    JsonText.write(
        root()
            .put("subject", detail(key).build())
            .put("grants", list(access.grants(key), AccessJson::grantWithRules))
            .build(),
        out,
        false);
  }

  /// Everybody but the parts of Kubernetes, which are counted.
  ///
  /// @throws IOException when the stream refuses
  public void notable(OutputStream out) throws IOException {
    List<SubjectKey> shown =
        access.subjects().stream().filter(key -> !access.isBuiltIn(key)).toList();
    JsonText.write(
        root()
            .put("subjects", list(shown, key -> detail(key).build()))
            .put("builtIn", number(access.subjects().size() - shown.size()))
            .build(),
        out,
        false);
  }

  private ObjectNode.Builder root() {
    return ObjectNode.builder(0)
        .put("schema", text("safeguard-access/1"))
        .put("whole", new ScalarNode(found.gaps().isEmpty(), 0))
        .put("notKnown", texts(found.gaps()));
  }

  private static Node question(Request request) {
    ObjectNode.Builder json = ObjectNode.builder(0).put("verb", text(request.verb()));
    switch (request) {
      case Request.OfPath(String _, String path) -> json.put("path", text(path));
      case Request.OfResource resource ->
          json.put("apiGroup", text(resource.group()))
              .put("resource", text(resource.resource()))
              .put("subresource", text(resource.subresource()))
              .put("namespace", text(resource.namespace()))
              .put("name", text(resource.name()));
    }
    return json.build();
  }

  private Node holder(Holder holder) {
    Reading where = holder.where();
    return ObjectNode.builder(0)
        .put("subject", subject(holder.subject()).build())
        .put("grant", grant(holder.grant()).build())
        .put("resourceNames", texts(holder.names()))
        .put("file", text(where.resource().file()))
        .put("line", number(where.line()))
        .put("pointer", text(where.pointer().text()))
        .build();
  }

  private static ObjectNode.Builder subject(SubjectKey key) {
    return ObjectNode.builder(0)
        .put("kind", text(key.kind().title()))
        .put("namespace", text(key.namespace()))
        .put("name", text(key.name()));
  }

  private ObjectNode.Builder detail(SubjectKey key) {
    @Nullable Chain chain = access.chain(key).orElse(null);
    ObjectNode.Builder json =
        subject(key)
            .put("builtIn", new ScalarNode(access.isBuiltIn(key), 0))
            .put("groups", texts(key.groups()))
            .put("workloads", texts(access.workloads(key)))
            .put("holdsEverything", holdsEverything(key))
            .put("comesToEverything", comesToEverything(key, chain))
            .put("notable", texts(access.notable(key)));
    if (chain != null && chain.doubt().isEmpty()) {
      json.put("steps", list(chain.steps(), AccessJson::step));
    }
    if (chain != null && chain.doubt().isPresent()) {
      json.put("doubt", cause(chain.doubt().get()));
    }
    access.gap(key).ifPresent(gap -> json.put("mayHaveMore", cause(gap)));
    return json;
  }

  private Node holdsEverything(SubjectKey key) {
    boolean open = !access.holdsEverything(key) && access.gap(key).isPresent();
    return new ScalarNode(open ? null : access.holdsEverything(key), 0);
  }

  private Node comesToEverything(SubjectKey key, @Nullable Chain chain) {
    if (chain == null) {
      return new ScalarNode(access.gap(key).isPresent() ? null : Boolean.FALSE, 0);
    }
    return new ScalarNode(chain.doubt().isEmpty() ? Boolean.TRUE : null, 0);
  }

  private static Node step(Chain.Step step) {
    return ObjectNode.builder(0)
        .put("words", text(step.words()))
        .put("evidence", list(step.evidence(), AccessJson::reading))
        .build();
  }

  private static Node reading(Reading reading) {
    return ObjectNode.builder(0)
        .put("kind", text(reading.resource().kind()))
        .put("namespace", text(reading.resource().effectiveNamespace()))
        .put("name", text(reading.resource().name()))
        .put("file", text(reading.resource().file()))
        .put("line", number(reading.line()))
        .put("pointer", text(reading.pointer().text()))
        .put("observed", text(reading.observed()))
        .build();
  }

  private static ObjectNode.Builder grant(Grant grant) {
    return ObjectNode.builder(0)
        .put("where", text(grant.scope().isEmpty() ? "*" : grant.scope()))
        .put("group", text(grant.group()))
        .put("binding", text(grant.label()))
        .put("role", text(grant.role()));
  }

  private static Node grantWithRules(Grant grant) {
    Reading where = grant.binding().reading();
    return grant(grant)
        .put("file", text(where.resource().file()))
        .put("line", number(where.line()))
        .put("rules", list(known(grant), AccessJson::rule))
        .build();
  }

  private static List<PolicyRule> known(Grant grant) {
    return grant.binding().rules().stream()
        .filter(rule -> rule.provenance().unknown().isEmpty())
        .toList();
  }

  private static Node rule(PolicyRule rule) {
    return ObjectNode.builder(0)
        .put("verbs", texts(rule.verbs()))
        .put("apiGroups", texts(rule.groups()))
        .put("resources", texts(rule.resources()))
        .put("resourceNames", texts(rule.resourceNames()))
        .put("nonResourceURLs", texts(rule.nonResourceURLs()))
        .build();
  }

  private static Node cause(Cause cause) {
    return ObjectNode.builder(0)
        .put("code", text(cause.code().name()))
        .put("detail", text(cause.detail()))
        .build();
  }

  private static <T> ArrayNode list(Collection<T> items, Function<T, Node> node) {
    return new ArrayNode(items.stream().map(node).toList(), 0);
  }

  private static ArrayNode texts(Collection<String> items) {
    return list(items, AccessJson::text);
  }

  private static Node text(String text) {
    return new ScalarNode(text, 0);
  }

  private static Node number(long number) {
    return new ScalarNode(number, 0);
  }
}
