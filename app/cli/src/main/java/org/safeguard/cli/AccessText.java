package org.safeguard.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.safeguard.access.Chain;
import org.safeguard.access.EffectiveAccess;
import org.safeguard.access.Grant;
import org.safeguard.access.Holder;
import org.safeguard.access.Question;
import org.safeguard.access.Request;
import org.safeguard.access.SubjectKey;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.PolicyRule;
import org.safeguard.model.fact.Reading;
import org.safeguard.workbench.AccessReviews;

/// Answers about rights as people read them.
final class AccessText {

  /// What the Node authorizer gives a node for the pods on it.
  private static final Set<String> OF_PODS =
      Set.of("secrets", "configmaps", "persistentvolumeclaims", "persistentvolumes");

  private final AccessReviews.Found found;
  private final EffectiveAccess access;
  private final Terminal terminal;
  private final PrintWriter to;

  AccessText(Terminal terminal, AccessReviews.Found found) {
    this.found = found;
    this.access = found.access();
    this.terminal = terminal;
    this.to = terminal.out();
  }

  void whoCan(Question question) {
    List<Holder> holders = access.whoCan(question);
    String asked = words(question);
    if (holders.isEmpty()) {
      heading("Nobody who is known may " + asked);
      return;
    }
    long subjects = holders.stream().map(Holder::subject).distinct().count();
    heading(Words.count(subjects, "subject", "subjects") + " may " + asked);
    for (Holder holder : holders) {
      line("");
      line(holder.subject() + ", " + where(holder.grant()));
      if (!holder.names().isEmpty()) {
        line("  only " + String.join(", ", holder.names()));
      }
      line("  by " + holder.grant().way());
      line("  " + place(holder.where()));
    }
    line("");
    if (question.request() instanceof Request.OfResource of && OF_PODS.contains(of.resource())) {
      line("Beside these, each node may read what the pods on it use, by the Node authorizer.");
    }
    line(
        "A group stands for all of its members; the cluster does not know who they are. Members of");
    line("system:masters may do everything, whatever roles say.");
  }

  private static String words(Question question) {
    String namespace = question.request().namespace();
    String where = namespace.isEmpty() ? "" : " in namespace " + namespace;
    return switch (question.request()) {
      case Request.OfPath(String verb, String path) -> verb + " " + path;
      case Request.OfResource of ->
          of.verb()
              + " "
              + of.resource()
              + (of.subresource().isEmpty() ? "" : "/" + of.subresource())
              + (of.group().isEmpty() || of.group().equals("*") ? "" : " of " + of.group())
              + (of.name().isEmpty() ? "" : " named " + of.name())
              + where;
    };
  }

  void subject(SubjectKey key) {
    heading(key.toString());
    List<Grant> grants = access.grants(key);
    if (!access.subjects().contains(key)) {
      line("No binding names it, and nothing in the source runs as it.");
    } else if (!access.exists(key)) {
      line("It is named by bindings, but there is no such account in the source.");
    }
    if (access.isBuiltIn(key) && access.subjects().contains(key)) {
      line("It is a part of Kubernetes, with no rights but those that come with it.");
    }
    list("Runs:", access.workloads(key));
    line("Always a member of " + String.join(", ", key.groups()) + ".");
    line("");
    if (grants.isEmpty()) {
      line("No binding gives it a right.");
    }
    grants.forEach(this::grant);
    List<String> notable = access.notable(key);
    if (!notable.isEmpty()) {
      heading("Rights that give more than they seem to");
      notable.forEach(one -> line("- " + one));
      line("");
    }
    way(key);
    access
        .gap(key)
        .ifPresent(gap -> line("It may have more rights than these: " + gap.detail() + "."));
  }

  private void grant(Grant grant) {
    heading(grant.way() + ", " + where(grant));
    line("  " + place(grant.binding().reading()));
    List<PolicyRule> rules = grant.binding().rules();
    for (PolicyRule rule : rules) {
      line("  - " + rule(rule));
    }
    if (rules.isEmpty()) {
      line("  " + grant.binding().gap().map(Cause::detail).orElse("The role allows nothing."));
    }
    line("");
  }

  private static String rule(PolicyRule rule) {
    if (!rule.provenance().unknown().isEmpty()) {
      return "a rule that cannot be read";
    }
    List<String> targets = new ArrayList<>();
    for (String resource : rule.resources()) {
      targets.add(resource);
    }
    String groups =
        rule.groups().stream().allMatch(String::isEmpty)
            ? ""
            : " of " + String.join(", ", rule.groups().stream().map(AccessText::group).toList());
    String names =
        rule.resourceNames().isEmpty() ? "" : ", only " + String.join(", ", rule.resourceNames());
    targets.addAll(rule.nonResourceURLs());
    return String.join(", ", rule.verbs()) + ": " + String.join(", ", targets) + groups + names;
  }

  private static String group(String group) {
    return group.isEmpty() ? "the core" : group;
  }

  private void way(SubjectKey key) {
    Optional<Chain> chain = access.chain(key);
    if (chain.isEmpty() && access.gap(key).isPresent()) {
      line(
          "No way from these rights to every right in the cluster was found, but there may be one.");
    } else if (chain.isEmpty()) {
      line("No way from these rights to every right in the cluster was found.");
    } else if (chain.get().doubt().isPresent()) {
      line(
          "Whether it comes to every right in the cluster cannot be told: "
              + chain.get().doubt().get().detail()
              + ".");
    } else {
      heading("How it comes to every right in the cluster");
      int number = 1;
      for (Chain.Step step : chain.get().steps()) {
        line(number++ + ". " + step.words());
        step.evidence().stream().limit(1).forEach(where -> line("   " + place(where)));
      }
    }
  }

  /// Everybody with rights that matter, the parts of Kubernetes aside.
  void notable() {
    List<SubjectKey> everything = new ArrayList<>();
    List<SubjectKey> steps = new ArrayList<>();
    List<SubjectKey> more = new ArrayList<>();
    int open = 0;
    int builtIn = 0;
    int plain = 0;
    for (SubjectKey key : access.subjects()) {
      Optional<Chain> chain = access.chain(key);
      if (access.isBuiltIn(key)) {
        builtIn++;
      } else if (access.holdsEverything(key)) {
        everything.add(key);
      } else if (chain.isPresent() && chain.get().doubt().isEmpty()) {
        steps.add(key);
      } else if (!access.notable(key).isEmpty()) {
        more.add(key);
      } else if (chain.isPresent()) {
        open++;
      } else {
        plain++;
      }
    }
    section("Hold every right in the cluster", everything, access::notable);
    section(
        "Come to every right in the cluster by steps that their rights allow", steps, this::steps);
    section("Have rights that give more than they seem to", more, access::notable);
    line(
        "Of %s, %s nothing that matters%s; %s of Kubernetes itself, left out here."
            .formatted(
                Words.count(access.subjects().size(), "subject", "subjects"),
                plain == 1 ? "1 has" : "%,d have".formatted(plain),
                open == 0 ? "" : ", %,d cannot be told".formatted(open),
                Words.count(builtIn, "is a part", "are parts")));
  }

  private void section(
      String title, List<SubjectKey> keys, Function<SubjectKey, List<String>> lines) {
    if (keys.isEmpty()) {
      return;
    }
    heading(title + " (" + keys.size() + ")");
    for (SubjectKey key : keys) {
      line(key + (access.exists(key) ? "" : " (no such account in the source)"));
      lines.apply(key).forEach(one -> line("  - " + one));
    }
    line("");
  }

  private List<String> steps(SubjectKey key) {
    return access.chain(key).map(Chain::steps).orElse(List.of()).stream()
        .map(Chain.Step::words)
        .toList();
  }

  /// Why there may be more than was printed.
  void notKnown() {
    if (!found.gaps().isEmpty()) {
      line("");
      heading("Not known: there may be more, because");
      found.gaps().forEach(gap -> line("- " + gap));
    }
    to.flush();
  }

  private static String where(Grant grant) {
    return grant.scope().isEmpty() ? "everywhere" : "in namespace " + grant.scope();
  }

  private static String place(Reading reading) {
    return reading.resource().file() + ":" + reading.line();
  }

  private void list(String title, List<String> items) {
    if (!items.isEmpty()) {
      line(title + " " + String.join(", ", items));
    }
  }

  private void heading(String text) {
    to.println(terminal.styled("@|bold " + safe(Words.printable(text)) + "|@"));
  }

  /// Names of strangers are no markup.
  private static String safe(String text) {
    return text.replace("@|", "@ |").replace("|@", "| @");
  }

  private void line(String text) {
    to.println(Words.printable(text));
  }
}
