package org.safeguard.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safeguard.model.fact.PolicyRule;
import org.safeguard.model.fact.Provenance;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.tree.JsonPointer;
import org.safeguard.model.tree.ObjectNode;

final class AuthorizerTest {

  private static final Resource ROLE =
      new Resource(
          "rbac.authorization.k8s.io/v1", "Role", "", "r", null, null, "f", ObjectNode.EMPTY);

  private static PolicyRule rule(
      List<String> verbs, List<String> resources, List<String> names, List<String> paths) {
    return new PolicyRule(
        verbs,
        List.of(""),
        resources,
        names,
        paths,
        Provenance.builder(ROLE, JsonPointer.ROOT).build());
  }

  private static boolean allowed(List<String> resources, String resource, String subresource) {
    return Authorizer.allows(
        rule(List.of("get"), resources, List.of(), List.of()),
        new Request.OfResource("get", "", resource, subresource, "a", ""));
  }

  @Test
  void aSubresourceNeedsARuleOfItsOwn() {
    assertEquals(
        List.of(false, true, true, true, false, false),
        List.of(
            allowed(List.of("pods"), "pods", "log"),
            allowed(List.of("pods/log"), "pods", "log"),
            allowed(List.of("*/log"), "pods", "log"),
            allowed(List.of("*"), "pods", "log"),
            allowed(List.of("pods/*"), "pods", "log"),
            allowed(List.of("*/log"), "pods", "")));
  }

  @Test
  void pathsEndInOneStarOrMany() {
    List<Boolean> allowed = new ArrayList<>();
    for (String path : List.of("/metrics", "/api/*", "/logs/**", "*", "/a*b")) {
      PolicyRule rule = rule(List.of("get"), List.of(), List.of(), List.of(path));
      for (String asked : List.of("/metrics", "/api/v1", "/logs/x", "/metrics/cadvisor")) {
        allowed.add(Authorizer.allows(rule, new Request.OfPath("get", asked)));
      }
    }

    assertEquals(
        List.of(
            true, false, false, false, //
            false, true, false, false, //
            false, false, true, false, //
            true, true, true, true, //
            false, false, false, false),
        allowed);
  }

  @Test
  void aNameLimitsTheRuleToRequestsThatNameIt() {
    PolicyRule rule = rule(List.of("*"), List.of("secrets"), List.of("x"), List.of());

    assertEquals(
        List.of(true, false, false),
        List.of(
            Authorizer.allows(rule, new Request.OfResource("get", "", "secrets", "", "a", "x")),
            Authorizer.allows(rule, new Request.OfResource("get", "", "secrets", "", "a", "y")),
            Authorizer.allows(rule, new Request.OfResource("create", "", "secrets", "", "a", ""))));
  }

  @Test
  void agreesWithTheAuthorizerWrittenDownOnceMore() {
    int yes = 0;
    for (long seed = 0; seed < 50; seed++) {
      RandomAccess random = new RandomAccess(seed);
      Given given = Given.yaml(random.yaml());
      EffectiveAccess access = given.access();
      NaiveAuthorizer naive = new NaiveAuthorizer(given.resources());
      for (int i = 0; i < 40; i++) {
        Request request = request(random);
        for (SubjectKey key : access.subjects()) {
          if (key.kind() == SubjectKey.Kind.GROUP) {
            continue; // nobody signs in as a group
          }
          boolean expected = naive.allows(key.userName(), key.groups(), request);
          boolean actual =
              access.grants(key).stream()
                  .anyMatch(
                      grant ->
                          grant.binding().rules().stream()
                              .anyMatch(rule -> Authorizer.allows(grant.scope(), rule, request)));
          assertEquals(expected, actual, () -> key + " " + request);
          yes += actual ? 1 : 0;
        }
      }
    }
    assertEquals(true, yes > 500, "the random requests must hit: " + yes);
  }

  private static Request request(RandomAccess random) {
    String verb = random.pick(RandomAccess.VERBS);
    if (random.next(5) == 0) {
      return new Request.OfPath(verb, random.pick(List.of("/metrics", "/api/v1", "/logs/x", "/")));
    }
    String[] resource =
        random
            .pick(RandomAccess.RESOURCES.stream().filter(r -> !r.contains("*")).toList())
            .split("/");
    return new Request.OfResource(
        verb,
        random.pick(List.of("", "apps", "rbac.authorization.k8s.io", "batch")),
        resource[0],
        resource.length > 1 ? resource[1] : "",
        random.pick(List.of("", "a", "b", "kube-system")),
        random.pick(List.of("", "x", "one", "z")));
  }

  @Test
  void whoCanListsExactlyThoseWhomTheAuthorizerLetsIn() {
    for (long seed = 0; seed < 50; seed++) {
      RandomAccess random = new RandomAccess(seed);
      Given given = Given.yaml(random.yaml());
      EffectiveAccess access = given.access();
      NaiveAuthorizer naive = new NaiveAuthorizer(given.resources());
      Request request =
          new Request.OfResource(
              random.pick(List.of("get", "create")),
              "",
              "pods",
              "exec",
              random.pick(List.of("a", "b")),
              "x");
      List<String> listed =
          access.whoCan(new Question(request, false)).stream()
              .map(holder -> holder.subject().toString())
              .distinct()
              .sorted()
              .toList();
      List<String> expected =
          access.subjects().stream()
              .filter(
                  key ->
                      key.kind() == SubjectKey.Kind.GROUP
                          ? naive.allows("", List.of(key.name()), request)
                          : naive.allows(key.userName(), List.of(), request))
              .map(SubjectKey::toString)
              .sorted(Comparator.naturalOrder())
              .toList();

      assertEquals(expected, listed, "seed " + seed);
    }
  }
}
