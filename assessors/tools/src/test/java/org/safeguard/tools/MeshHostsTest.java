package org.safeguard.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeshHostsTest {

  private static final String SERVICE = "patient-index.ehr.svc.cluster.local";

  @ParameterizedTest
  @CsvSource({
    "patient-index, ehr, true",
    "patient-index, billing, false",
    "patient-index.ehr, billing, true",
    "patient-index.ehr.svc, billing, true",
    "patient-index.ehr.svc.cluster.local, billing, true",
    "*.ehr.svc.cluster.local, billing, true",
    "*.local, billing, true",
    "*, billing, true",
    "*.billing.svc.cluster.local, billing, false",
    "index, ehr, false"
  })
  void aHostStandsForTheServicesThatIstioSays(String host, String namespace, boolean stands) {
    assertEquals(stands, MeshFacts.stands(host, namespace, SERVICE));
  }
}
