package org.safeguard.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safeguard.model.fact.Container;
import org.safeguard.model.fact.EnvironmentSource;
import org.safeguard.model.fact.EnvironmentVariable;
import org.safeguard.model.fact.Image;
import org.safeguard.model.fact.Mount;
import org.safeguard.model.fact.Port;
import org.safeguard.model.fact.Provenance;
import org.safeguard.model.tree.JsonPointer;

class ContainerFactsTest {

  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        containers:
        - name: app
          image: nginx
      """;

  /// Equal to any provenance without gaps, since readings take no part in equality.
  private static Provenance anywhere() {
    return Provenance.builder(Given.yaml(POD).resources().getFirst(), JsonPointer.ROOT).build();
  }

  @Test
  void whatIsNotSetTakesTheDefaultsOfKubernetes() {
    Container container = Given.yaml(POD).container();
    Container expected =
        new Container(
            "app",
            "container",
            new Image("nginx", "docker.io", "library/nginx", "", "", true, anywhere()),
            "Always",
            false,
            true,
            false,
            Optional.empty(),
            Optional.empty(),
            false,
            List.of(),
            List.of(),
            "",
            "",
            "",
            "",
            "",
            "Default",
            false,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            false,
            "",
            "",
            "",
            "",
            "",
            false,
            false,
            false,
            List.of(),
            List.of(),
            false,
            "",
            Optional.empty(),
            container.provenance());

    assertEquals(expected, container);
    assertEquals(Set.of("imageBytes"), container.provenance().unknown().keySet());
  }

  @Test
  void everythingThatIsSetIsRead() {
    Container container =
        Given.yaml(
                """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: web
                spec:
                  volumes:
                  - name: logs
                    hostPath: {path: /var/log}
                  - name: keys
                    secret: {secretName: tls}
                  containers:
                  - name: app
                    image: registry.example.org:5000/team/app:1.2
                    imagePullPolicy: Never
                    command: [/app]
                    args: [--port, "80"]
                    securityContext:
                      privileged: true
                      runAsNonRoot: true
                      runAsUser: 1000
                      runAsGroup: 2000
                      readOnlyRootFilesystem: true
                      procMount: Unmasked
                      capabilities: {add: [cap_net_admin, SYS_TIME], drop: [all]}
                      seccompProfile: {type: Localhost}
                      appArmorProfile: {type: RuntimeDefault}
                      seLinuxOptions: {type: spc_t, user: u, role: r}
                      windowsOptions: {hostProcess: true, runAsUserName: ContainerUser}
                    ports:
                    - {name: http, containerPort: 80, hostPort: 8080, hostIP: 127.0.0.1, protocol: UDP}
                    env:
                    - {name: A, value: x}
                    - {name: B, valueFrom: {secretKeyRef: {name: s, key: k}}}
                    - {name: C, valueFrom: {configMapKeyRef: {name: m, key: k}}}
                    - {name: D, valueFrom: {fieldRef: {fieldPath: spec.nodeName}}}
                    - {name: E, valueFrom: {resourceFieldRef: {resource: limits.cpu}}}
                    - {name: F}
                    envFrom:
                    - secretRef: {name: all}
                    - configMapRef: {name: more}
                    volumeMounts:
                    - {name: logs, mountPath: /logs, subPath: x, mountPropagation: Bidirectional}
                    - {name: keys, mountPath: /keys}
                    - {name: gone, mountPath: /gone, readOnly: true}
                    resources:
                      requests: {memory: 64Mi}
                      limits: {cpu: 1, memory: 128Mi, ephemeral-storage: 1Gi}
                    livenessProbe: {httpGet: {port: 80, host: 10.0.0.1}}
                    readinessProbe: {tcpSocket: {port: 80, host: 10.0.0.2}}
                    startupProbe: {exec: {command: [ps, aux]}}
                    lifecycle: {preStop: {httpGet: {port: 80, host: example.org}}}
                """)
            .container();
    Provenance p = anywhere();
    Container expected =
        new Container(
            "app",
            "container",
            new Image(
                "registry.example.org:5000/team/app:1.2",
                "registry.example.org:5000",
                "team/app",
                "1.2",
                "",
                true,
                p),
            "Never",
            true,
            true,
            true,
            Optional.of(1000L),
            Optional.of(2000L),
            true,
            List.of("NET_ADMIN", "SYS_TIME"),
            List.of("ALL"),
            "Localhost",
            "RuntimeDefault",
            "spc_t",
            "u",
            "r",
            "Unmasked",
            true,
            List.of(new Port("http", 80, 8080, "127.0.0.1", "UDP", p)),
            List.of(
                new EnvironmentVariable("A", "literal", "", false, p),
                new EnvironmentVariable("B", "secretKeyRef", "s", false, p),
                new EnvironmentVariable("C", "configMapKeyRef", "m", false, p),
                new EnvironmentVariable("D", "fieldRef", "", false, p),
                new EnvironmentVariable("E", "resourceFieldRef", "", false, p),
                new EnvironmentVariable("F", "none", "", false, p)),
            List.of(
                new EnvironmentSource("Secret", "all", p),
                new EnvironmentSource("ConfigMap", "more", p)),
            List.of(
                new Mount("logs", "/logs", false, "x", "Bidirectional", "hostPath", "/var/log", p),
                new Mount("keys", "/keys", true, "", "None", "secret", "", p),
                new Mount("gone", "/gone", true, "", "None", "", "", p)),
            List.of("/app"),
            List.of("--port", "80"),
            false,
            "1",
            "64Mi",
            "1",
            "128Mi",
            "1Gi",
            true,
            true,
            true,
            List.of("10.0.0.1", "10.0.0.2", "example.org"),
            List.of("ps aux"),
            true,
            "ContainerUser",
            Optional.empty(),
            container.provenance());

    assertEquals(expected, container);
  }

  @Test
  void theContainerGoesBeforeThePodAndThePodBeforeTheDefault() {
    List<Container> containers =
        Given.yaml(
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: web}
                spec:
                  securityContext:
                    runAsNonRoot: true
                    runAsUser: 5
                    runAsGroup: 6
                    seccompProfile: {type: RuntimeDefault}
                    appArmorProfile: {type: RuntimeDefault}
                    seLinuxOptions: {type: pod_t, user: u}
                    windowsOptions: {hostProcess: true}
                  containers:
                  - name: own
                    image: a
                    securityContext:
                      runAsNonRoot: false
                      runAsUser: 7
                      seccompProfile: {type: Unconfined}
                      appArmorProfile: {type: Unconfined}
                      seLinuxOptions: {type: own_t}
                      windowsOptions: {hostProcess: false}
                  - name: pods
                    image: a
                """)
            .workload()
            .containers();

    assertEquals(
        "own false 7 6 Unconfined Unconfined own_t  false", effective(containers.getFirst()));
    assertEquals(
        "pods true 5 6 RuntimeDefault RuntimeDefault pod_t u true",
        effective(containers.getLast()));
    assertEquals(
        "/spec/containers/0/securityContext/runAsNonRoot:17 false",
        Given.read(containers.getFirst().provenance(), "runAsNonRoot"));
    assertEquals(
        "/spec/securityContext/runAsNonRoot:6 true",
        Given.read(containers.getLast().provenance(), "runAsNonRoot"));
    assertEquals(
        "/spec/containers/1/securityContext/readOnlyRootFilesystem:23 absent (default: false)",
        Given.read(containers.getLast().provenance(), "readOnlyRootFilesystem"));
  }

  private static String effective(Container c) {
    return String.join(
        " ",
        c.name(),
        String.valueOf(c.runAsNonRoot()),
        c.runAsUser().map(String::valueOf).orElse("-"),
        c.runAsGroup().map(String::valueOf).orElse("-"),
        c.seccompProfile(),
        c.appArmorProfile(),
        c.seLinuxType(),
        c.seLinuxUser(),
        String.valueOf(c.windowsHostProcess()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                                                 | true",
        "{allowPrivilegeEscalation: true}                                   | true",
        "{allowPrivilegeEscalation: false}                                  | false",
        "{allowPrivilegeEscalation: false, privileged: true}                | true",
        "{allowPrivilegeEscalation: false, capabilities: {add: [SYS_ADMIN]}} | true",
        "{allowPrivilegeEscalation: false, capabilities: {add: [CHOWN]}}    | false"
      })
  void privilegeEscalationIsEffective(String securityContext, boolean allowed) {
    Container container =
        Given.yaml(POD + "    securityContext: " + securityContext + "\n").container();

    assertEquals(allowed, container.allowPrivilegeEscalation());
  }

  @ParameterizedTest
  @CsvSource({
    "nginx,                            Always",
    "nginx:latest,                     Always",
    "nginx:1.27,                       IfNotPresent",
    "'nginx@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef', IfNotPresent"
  })
  void thePullPolicyFollowsFromTheTag(String image, String policy) {
    Container container = Given.yaml(POD.replace("nginx", image)).container();

    assertEquals(policy, container.imagePullPolicy());
  }

  @Test
  void oldAnnotationsSetProfiles() {
    List<Container> containers =
        Given.yaml(
                """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: web
                  annotations:
                    seccomp.security.alpha.kubernetes.io/pod: runtime/default
                    container.seccomp.security.alpha.kubernetes.io/b: localhost/x.json
                    container.apparmor.security.beta.kubernetes.io/b: unconfined
                spec:
                  containers:
                  - {name: a, image: a}
                  - {name: b, image: a}
                """)
            .workload()
            .containers();

    assertEquals("RuntimeDefault", containers.getFirst().seccompProfile());
    assertEquals("", containers.getFirst().appArmorProfile());
    assertEquals("Localhost", containers.getLast().seccompProfile());
    assertEquals("Unconfined", containers.getLast().appArmorProfile());
    assertEquals(
        "/metadata/annotations/container.seccomp.security.alpha.kubernetes.io~1b:7"
            + " localhost/x.json",
        Given.read(containers.getLast().provenance(), "seccompProfile"));
  }

  @Test
  void initSidecarAndEphemeralContainersAreToldApart() {
    List<String> types =
        Given.yaml(
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: web}
                spec:
                  ephemeralContainers:
                  - {name: debug, image: a}
                  containers:
                  - {name: app, image: a}
                  initContainers:
                  - {name: setup, image: a}
                  - {name: proxy, image: a, restartPolicy: Always}
                """)
            .workload()
            .containers()
            .stream()
            .map(c -> c.name() + " " + c.type())
            .toList();

    assertEquals(List.of("setup init", "proxy sidecar", "app container", "debug ephemeral"), types);
  }

  @Test
  void aLiteralValueIsNeverShown() {
    Container container =
        Given.yaml(
                POD
                    + """
                          env:
                          - name: DB_PASSWORD
                            value: hunter2
                          args: [--password, hunter3]
                      """)
            .container();
    EnvironmentVariable variable = container.environment().getFirst();

    assertTrue(variable.credential());
    assertEquals(
        "/spec/containers/0/env/0/value:11 (literal value hidden)",
        Given.read(variable.provenance(), "credential"));
    assertTrue(container.credentialInArguments());
    assertEquals(
        "/spec/containers/0/args:12 (hidden: looks like a credential)",
        Given.read(container.provenance(), "credentialInArguments"));
    assertEquals(
        "/spec/containers/0/args:12 (hidden: looks like a credential)",
        Given.read(container.provenance(), "arguments"));
  }

  @Test
  void aPersistentVolumeClaimOfAStatefulSetIsAVolume() {
    var workload =
        Given.yaml(
                """
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: db}
                spec:
                  template:
                    spec:
                      containers:
                      - name: db
                        image: db
                        volumeMounts:
                        - {name: data, mountPath: /data}
                  volumeClaimTemplates:
                  - metadata: {name: data}
                """)
            .workload();

    assertEquals(
        "persistentVolumeClaim", workload.containers().getFirst().mounts().getFirst().volumeType());
    assertEquals("data", workload.volumes().getFirst().claim());
    assertFalse(workload.volumes().getFirst().readOnly());
  }
}
