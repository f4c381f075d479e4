package org.safeguard.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QuestionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pods | '' | pods | '' | ''",
        "po | '' | pods | '' | ''",
        "Secret | '' | secrets | '' | ''",
        "pods/exec | '' | pods | exec | ''",
        "secrets/db | '' | secrets | '' | db",
        "pods/web-0/exec | '' | pods | exec | web-0",
        "deployments | apps | deployments | '' | ''",
        "deployments.apps/scale | apps | deployments | scale | ''",
        "ingress | networking.k8s.io | ingresses | '' | ''",
        "networkpolicy | networking.k8s.io | networkpolicies | '' | ''",
        "measurements.clinic.example | clinic.example | measurements | '' | ''",
        "* | * | * | '' | ''",
      })
  void resourcesAreReadAsPeopleTypeThem(
      String typed, String group, String resource, String subresource, String name) {
    assertEquals(
        new Request.OfResource("get", group, resource, subresource, "clinic", name),
        Question.of("GET", typed, "clinic").request());
  }

  @Test
  void pathsBeginWithASlash() {
    assertEquals(
        new Question(new Request.OfPath("get", "/metrics"), true),
        Question.of("get", "/metrics", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "pods//exec", "a/b/c/d", "pods/"})
  void whatMeansNothingIsRefused(String typed) {
    assertThrows(IllegalArgumentException.class, () -> Question.of("get", typed, ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "alice | User alice",
        "user:a/b | User a/b",
        "group:devs | Group devs",
        "clinic/portal | ServiceAccount clinic/portal",
        "system:serviceaccount:clinic:portal | ServiceAccount clinic/portal",
        "node:worker-1 | Node worker-1",
        "system:node:worker-1 | Node worker-1",
        "https://idp.example#alice | User https://idp.example#alice",
        "system:serviceaccount:odd | User system:serviceaccount:odd",
      })
  void subjectsAreReadAsPeopleTypeThem(String typed, String subject) {
    assertEquals(subject, SubjectKey.named(typed).toString());
  }
}
