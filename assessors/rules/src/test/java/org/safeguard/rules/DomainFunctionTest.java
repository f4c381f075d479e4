package org.safeguard.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safeguard.model.fact.PolicyRule;
import org.safeguard.model.fact.UnknownEvidenceException;

class DomainFunctionTest {

  private static PolicyRule rule(String verbs, String groups, String resources, String names) {
    return HandMade.record(
        PolicyRule.class,
        Map.of(
            "verbs", words(verbs),
            "groups", words(groups),
            "resources", words(resources),
            "resourceNames", words(names)));
  }

  private static List<String> words(String text) {
    return text == null ? List.of() : List.of(text.replace("core", "").split(" ", -1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          get list ; core ; secrets          ;        ; get    ; core ; secrets         ; true  ; true
          *        ; *    ; *                ;        ; delete ; apps ; deployments     ; true  ; true
          get      ; core ; secrets          ; one    ; get    ; core ; secrets         ; false ; true
          get      ; apps ; secrets          ;        ; get    ; core ; secrets         ; false ; false
          list     ; core ; secrets          ;        ; get    ; core ; secrets         ; false ; false
          create   ; core ; pods             ;        ; create ; core ; pods/exec       ; false ; false
          create   ; core ; pods/exec        ;        ; create ; core ; pods/exec       ; true  ; true
          create   ; core ; */exec           ;        ; create ; core ; pods/exec       ; true  ; true
          create   ; core ; */exec           ;        ; create ; core ; pods            ; false ; false
          create   ; core ; *                ;        ; create ; core ; pods/exec       ; true  ; true
          create   ; core ; pods/*           ;        ; create ; core ; pods/exec       ; false ; false
          get      ; *    ; *                ;        ; *      ; *    ; *               ; false ; false
          *        ; *    ; *                ;        ; *      ; *    ; *               ; true  ; true
          """)
  void readsRulesAsTheAuthorizerDoes(
      String verbs,
      String groups,
      String resources,
      String names,
      String verb,
      String group,
      String resource,
      boolean always,
      boolean sometimes) {
    PolicyRule rule = rule(verbs, groups, resources, names);
    String wanted = group.equals("core") ? "" : group;
    assertEquals(always, RbacMatch.allows(rule, verb, wanted, resource));
    assertEquals(sometimes, RbacMatch.allowsSome(rule, verb, wanted, resource));
  }

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0/0, 203.0.113.7, true",
    "10.0.0.0/8, 10.255.0.1, true",
    "10.0.0.0/8, 11.0.0.1, false",
    "10.0.0.0/8, 10.1.0.0/16, true",
    "10.1.0.0/16, 10.0.0.0/8, false",
    "10.1.2.3, 10.1.2.3, true",
    "fd00::/8, fd12::1, true",
    "::/0, 10.0.0.1, false",
    "169.254.0.0/16, 169.254.169.254, true"
  })
  void rangesContainAddresses(String range, String address, boolean expected) {
    assertEquals(expected, AddressRange.of(range).contains(AddressRange.of(address)));
  }

  @ParameterizedTest
  @CsvSource({"example.com", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0/8", "''"})
  void otherTextIsNoRange(String text) {
    assertThrows(IllegalArgumentException.class, () -> AddressRange.of(text));
  }

  @ParameterizedTest
  @CsvSource({
    "1.30, 1.30, true",
    "v1.31.2, 1.30, true",
    "1.9, 1.30, false",
    "v1.29.4-gke.1043002, 1.29.4, true",
    "v1.29.4-gke.1043002, 1.29.5, false",
    "2.0, 1.99, true",
    "v1.27.3+k3s1, 1.27, true"
  })
  void versionsCompareByNumber(String version, String least, boolean expected) {
    assertEquals(expected, KubernetesVersion.of(version).atLeast(KubernetesVersion.of(least)));
  }

  @Test
  void emptyVersionIsUnknownAndOtherTextIsAnError() {
    assertThrows(UnknownEvidenceException.class, () -> KubernetesVersion.of(""));
    assertThrows(IllegalArgumentException.class, () -> KubernetesVersion.of("latest"));
  }
}
