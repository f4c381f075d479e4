package org.safeguard.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PodSecurityCommandTest {

  private static final String PORTAL =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: portal, namespace: clinic}
      spec:
        selector: {matchLabels: {app: portal}}
        template:
          metadata: {labels: {app: portal}}
          spec:
            hostNetwork: %s
            containers: [{name: web, image: "registry.example/portal:1"}]
      """;

  @TempDir Path folder;

  @Test
  void eachFileKeepsItsOwnEntry() throws Exception {
    Files.writeString(folder.resolve("a.yaml"), PORTAL.formatted("false"));
    Files.writeString(folder.resolve("b.yaml"), PORTAL.formatted("true"));
    Cli run = Cli.run("pod-security", folder, "--level", "baseline", "--json", "-");
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    assertEquals(
        """
        {"level":"baseline","version":"latest","pods":[\
        {"file":"a.yaml","line":1,"kind":"Deployment","namespace":"clinic","name":"portal",\
        "allowed":true,"violations":[],"unknown":[]},\
        {"file":"b.yaml","line":1,"kind":"Deployment","namespace":"clinic","name":"portal",\
        "allowed":false,"violations":[{"check":"hostNamespaces",\
        "message":"host namespaces (hostNetwork=true)"}],"unknown":[]}]}""",
        run.out());
    assertTrue(run.err().contains("baseline   would refuse 1 of 2\n"), run.err());
  }

  @Test
  void withoutALevelEveryLevelIsAnswered() throws Exception {
    Files.writeString(folder.resolve("a.yaml"), PORTAL.formatted("false"));
    Cli run = Cli.run("pod-security", folder, "--version", "1.31");
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    assertEquals(
        """
        Pod Security Standards, version 1.31

        Namespace clinic
          baseline   would refuse 0 of 1
          restricted would refuse 1 of 1
          The strictest level that breaks nothing is baseline
          Deployment/portal (a.yaml:1)
            restricted refuses: allowPrivilegeEscalation != false (container "web" must set \
        securityContext.allowPrivilegeEscalation=false)
            restricted refuses: unrestricted capabilities (container "web" must set \
        securityContext.capabilities.drop=["ALL"])
            restricted refuses: runAsNonRoot != true (pod or container "web" must set \
        securityContext.runAsNonRoot=true)
            restricted refuses: seccompProfile (pod or container "web" must set \
        securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost")
        """,
        run.out());
  }

  @Test
  void hiddenValuesLeaveTheAnswerOpen() throws Exception {
    Files.writeString(folder.resolve("a.yaml"), PORTAL.formatted("'***HIDDEN***'"));
    Path json = folder.resolve("r.json");
    Cli run =
        Cli.run("pod-security", folder.resolve("a.yaml"), "--level", "baseline", "--json", json);
    assertEquals(ExitStatus.INCOMPLETE, run.status(), run.err());
    assertTrue(
        run.out().contains("Hidden values leave open which level breaks nothing"), run.out());
    assertTrue(Files.readString(json).contains("\"allowed\":null,\"violations\":[]"));
  }

  @Test
  void wrongWordsAreUsageErrors() {
    assertEquals(ExitStatus.USAGE, Cli.run("pod-security").status());
    assertEquals(ExitStatus.USAGE, Cli.run("pod-security", folder, "--level", "root").status());
    assertEquals(ExitStatus.USAGE, Cli.run("pod-security", folder, "--version", "new").status());
    assertEquals(ExitStatus.USAGE, Cli.run("pod-security", "-", "-").status());
  }
}
