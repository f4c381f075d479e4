package org.safeguard.podsecurity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safeguard.objects.PodTemplate;

/// Checks that begin or change with a version.
class VersionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "main: {allowPrivilegeEscalation: true} | RESTRICTED | allowPrivilegeEscalation | 8 | 99",
        "main: {capabilities: null} | RESTRICTED | capabilities_restricted | 22 | 99",
        "pod: {runAsUser: 0} | RESTRICTED | runAsUser | 23 | 99",
        "pod: {runAsNonRoot: null} | RESTRICTED | runAsNonRoot | 0 | 99",
        "pod: {seccompProfile: null} | RESTRICTED | seccompProfile_restricted | 19 | 99",
        "pod: {seccompProfile: {type: Unconfined}} | BASELINE | seccompProfile_baseline | 19 | 99",
        "main: {procMount: Unmasked} | RESTRICTED | procMount | 0 | 34",
        "main: {procMount: Unmasked} | RESTRICTED | procMount_restricted | 35 | 99",
        "main: {procMount: Unmasked} | BASELINE | procMount | 0 | 99",
        "{spec: {hostUsers: false}, main: {procMount: Unmasked}} | BASELINE | procMount | 0 | 34",
        "{spec: {hostUsers: false}, pod: {runAsUser: 0}} | RESTRICTED | runAsUser | 23 | 34",
        "{spec: {hostUsers: false}, pod: {runAsNonRoot: null}} | RESTRICTED | runAsNonRoot | 0 | 34",
        "pod: {seLinuxOptions: {type: container_engine_t}} | BASELINE | seLinuxOptions | 0 | 30",
        "pod: {sysctls: [{name: net.ipv4.ip_local_reserved_ports}]} | BASELINE | sysctls | 0 | 26",
        "pod: {sysctls: [{name: net.ipv4.tcp_fin_timeout}]} | BASELINE | sysctls | 0 | 28",
        "pod: {sysctls: [{name: net.ipv4.tcp_rmem}]} | BASELINE | sysctls | 0 | 31",
        "pod: {sysctls: [{name: net.ipv4.tcp_notsent_lowat}]} | BASELINE | sysctls | 0 | 36",
        "pod: {sysctls: [{name: kernel.shm_rmid_forced}]} | BASELINE | sysctls | 99 | 0",
        "container: {livenessProbe: {httpGet: {host: a}}} | BASELINE | hostProbesAndHostLifecycle | 34 | 99",
        "{spec: {os: {name: windows}}, main: {capabilities: null}} | RESTRICTED | capabilities_restricted | 22 | 24",
        "{spec: {os: {name: windows}}, main: {allowPrivilegeEscalation: true}} | RESTRICTED | allowPrivilegeEscalation | 8 | 24",
        "{spec: {os: {name: windows}}, pod: {seccompProfile: null}} | RESTRICTED | seccompProfile_restricted | 19 | 24",
        "main: {capabilities: {drop: [ALL], add: [NET_RAW]}} | RESTRICTED | capabilities_baseline | 0 | 21",
        "annotations: {seccomp.security.alpha.kubernetes.io/pod: unconfined} | RESTRICTED | seccompProfile_baseline | 0 | 18",
        "annotations: {container.seccomp.security.alpha.kubernetes.io/main: unconfined} | BASELINE | seccompProfile_baseline | 0 | 18",
        "annotations: {container.seccomp.security.alpha.kubernetes.io/other: unconfined} | BASELINE | seccompProfile_baseline | 99 | 0",
        "annotations: {seccomp.security.alpha.kubernetes.io/pod: docker/default} | BASELINE | seccompProfile_baseline | 99 | 0",
        "spec: {volumes: [{name: v, hostPath: {path: /}}]} | RESTRICTED | hostPathVolumes | 99 | 0",
        "spec: {volumes: [{name: v, hostPath: {path: /}}]} | RESTRICTED | restrictedVolumes | 0 | 99",
      })
  void refusesInTheseVersionsOnly(String change, Level level, String check, int from, int to) {
    PodTemplate pod = Pods.changed(Pods.tree(change));
    List<Integer> expected =
        IntStream.rangeClosed(0, 99).filter(m -> m >= from && m <= to).boxed().toList();
    List<Integer> refused =
        IntStream.rangeClosed(0, 99)
            .filter(m -> CorpusTest.refusing(pod, level, "1." + m).contains(check))
            .boxed()
            .toList();
    assertEquals(expected, refused);
  }

  @Test
  void readsVersionsAsLabelsAndClustersWriteThem() {
    assertEquals(PolicyVersion.of(31), PolicyVersion.ofLabel("v1.31").orElseThrow());
    assertEquals(PolicyVersion.LATEST, PolicyVersion.ofLabel("latest").orElseThrow());
    for (String wrong : List.of("1.31", "v1.031", "v1.31.2", "v2.1", "", "Latest")) {
      assertEquals(Optional.empty(), PolicyVersion.ofLabel(wrong), wrong);
    }
    for (String text : List.of("1.29", "v1.29.4-gke.1043002", "1.29.1", "v1.29+")) {
      assertEquals(PolicyVersion.of(29), PolicyVersion.ofCluster(text).orElseThrow(), text);
    }
  }

  @Test
  void namesWhatAPinnedVersionMisses() {
    assertEquals(
        List.of("hostProbesAndHostLifecycle"),
        Standards.missing(Level.BASELINE, PolicyVersion.of(24), PolicyVersion.of(34)));
    assertEquals(
        List.of(), Standards.missing(Level.RESTRICTED, PolicyVersion.of(24), PolicyVersion.of(33)));
    assertEquals(
        List.of(
            "hostProbesAndHostLifecycle",
            "seccompProfile_baseline",
            "allowPrivilegeEscalation",
            "capabilities_restricted",
            "runAsUser",
            "seccompProfile_restricted"),
        Standards.missing(Level.RESTRICTED, PolicyVersion.of(0), PolicyVersion.LATEST));
  }
}
