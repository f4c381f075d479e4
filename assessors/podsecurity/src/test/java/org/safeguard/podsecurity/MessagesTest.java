package org.safeguard.podsecurity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Violations in the words of the API server.
class MessagesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "main: {privileged: true} | privileged (container \"main\" must not set securityContext.privileged=true)",
        "{main: {privileged: true}, init: {privileged: true}} | privileged (containers \"init\", \"main\" must not set securityContext.privileged=true)",
        "spec: {hostPID: true, hostNetwork: true} | host namespaces (hostNetwork=true, hostPID=true)",
        "container: {ports: [{hostPort: 9}, {hostPort: 10}]} | hostPort (container \"main\" uses hostPorts 10, 9)",
        "spec: {volumes: [{name: a, hostPath: {}}, {name: b, nfs: {}}]} | restricted volume types (volumes \"a\", \"b\" use restricted volume types \"hostPath\", \"nfs\")",
        "spec: {volumes: [{name: a, quantum: {}}]} | restricted volume types (volume \"a\" uses restricted volume type \"unknown\")",
        "main: {capabilities: {drop: null, add: [SYS_TIME, BPF]}} | unrestricted capabilities (container \"main\" must set securityContext.capabilities.drop=[\"ALL\"]; container \"main\" must not include \"BPF\", \"SYS_TIME\" in securityContext.capabilities.add)",
        "main: {procMount: Unmasked} | procMount (container \"main\" must not set securityContext.procMount to \"Unmasked\")",
        "{pod: {seLinuxOptions: {type: spc_t, role: r}}, main: {seLinuxOptions: {user: u}}} | seLinuxOptions (pod and container \"main\" set forbidden securityContext.seLinuxOptions: type \"spc_t\"; user may not be set; role may not be set)",
        "pod: {seccompProfile: {type: Unconfined}} | seccompProfile (pod must not set securityContext.seccompProfile.type to \"Unconfined\")",
        "pod: {seccompProfile: null} | seccompProfile (pod or containers \"init\", \"main\" must set securityContext.seccompProfile.type to \"RuntimeDefault\" or \"Localhost\")",
        "{pod: {appArmorProfile: {type: Unconfined}}, annotations: {container.apparmor.security.beta.kubernetes.io/main: unconfined}} | forbidden AppArmor profiles (pod and annotation must not set AppArmor profile type to \"Unconfined\", \"container.apparmor.security.beta.kubernetes.io/main=\"unconfined\"\")",
        "pod: {sysctls: [{name: b}, {name: a}]} | forbidden sysctls (b, a)",
        "pod: {windowsOptions: {hostProcess: true}} | hostProcess (pod must not set securityContext.windowsOptions.hostProcess=true)",
        "container: {livenessProbe: {httpGet: {host: b}}, lifecycle: {preStop: {tcpSocket: {host: a}}}} | probe or lifecycle host (container \"main\" uses probe or lifecycle hosts \"a\", \"b\")",
        "main: {allowPrivilegeEscalation: null} | allowPrivilegeEscalation != false (container \"main\" must set securityContext.allowPrivilegeEscalation=false)",
        "{pod: {runAsNonRoot: false}, main: {runAsNonRoot: false}} | runAsNonRoot != true (pod and container \"main\" must not set securityContext.runAsNonRoot=false)",
        "pod: {runAsNonRoot: null} | runAsNonRoot != true (pod or containers \"init\", \"main\" must set securityContext.runAsNonRoot=true)",
        "pod: {runAsUser: 0} | runAsUser=0 (pod must not set runAsUser=0)",
      })
  void restricted(String change, String message) {
    assertEquals(List.of(message), messages(change, Level.RESTRICTED, PolicyVersion.LATEST));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "spec: {volumes: [{name: a, hostPath: {}}, {name: b, hostPath: {}}]} | hostPath volumes (volumes \"a\", \"b\")",
        "main: {capabilities: {add: [NET_RAW]}} | non-default capabilities (container \"main\" must not include \"NET_RAW\" in securityContext.capabilities.add)",
        "{annotations: {seccomp.security.alpha.kubernetes.io/pod: 'a\"b', container.seccomp.security.alpha.kubernetes.io/main: x}} | seccompProfile (forbidden annotations container.seccomp.security.alpha.kubernetes.io/main=\"x\", seccomp.security.alpha.kubernetes.io/pod=\"a\\\"b\")",
      })
  void baselineOfOld(String change, String message) {
    assertEquals(List.of(message), messages(change, Level.BASELINE, PolicyVersion.of(18)));
  }

  private static List<String> messages(String change, Level level, PolicyVersion version) {
    return Standards.evaluate(Pods.changed(Pods.tree(change)), level, version).messages();
  }
}
