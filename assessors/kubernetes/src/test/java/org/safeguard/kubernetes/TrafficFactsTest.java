package org.safeguard.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safeguard.model.fact.Exposure;
import org.safeguard.model.fact.Facts;
import org.safeguard.model.fact.Ingress;
import org.safeguard.model.fact.IngressRoute;
import org.safeguard.model.fact.Provenance;
import org.safeguard.model.fact.Service;
import org.safeguard.model.fact.ServicePort;
import org.safeguard.model.fact.UnknownEvidenceException;
import org.safeguard.model.fact.Workload;

class TrafficFactsTest {

  private static final String BASE =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web, labels: {app: web, safeguard.hipaa/ephi: transmits}}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: db, labels: {app: db, safeguard.hipaa/ephi: maintains}}
      ---
      """;

  private static Provenance anywhere(Facts facts) {
    return facts.cluster().provenance();
  }

  @Test
  void aServiceStandsBeforeTheWorkloadsItSelects() {
    Facts facts =
        Given.yaml(
                BASE
                    + """
                    apiVersion: v1
                    kind: Service
                    metadata:
                      name: web
                      annotations: {networking.gke.io/load-balancer-type: Internal}
                    spec:
                      type: LoadBalancer
                      selector: {app: web}
                      externalIPs: [192.0.2.1]
                      loadBalancerSourceRanges: [10.0.0.0/8]
                      ports:
                      - {name: http, port: 80, targetPort: web, nodePort: 30080, appProtocol: http}
                      - {port: 53, protocol: UDP}
                    """)
            .facts();
    Provenance p = anywhere(facts);
    Service expected =
        new Service(
            "default",
            "web",
            Map.of("networking.gke.io/load-balancer-type", "Internal"),
            "transmits",
            "LoadBalancer",
            false,
            Map.of("app", "web"),
            List.of(
                new ServicePort("http", 80, "web", 30080, "TCP", "http", p),
                new ServicePort("", 53, "53", 0, "UDP", "", p)),
            List.of("192.0.2.1"),
            "",
            List.of("10.0.0.0/8"),
            true,
            List.of("Pod/web"),
            p);

    assertEquals(List.of(expected), facts.services());
    assertEquals(
        List.of(new Exposure("LoadBalancer", "web", p), new Exposure("ExternalIP", "web", p)),
        workload(facts, "web").exposures());
    assertEquals(
        "/spec/type:15 LoadBalancer", Given.read(workload(facts, "web").provenance(), "exposures"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{clusterIP: None, selector: {app: web}}    | ClusterIP    | true  | Pod/web",
        "{type: ExternalName, externalName: x.org}  | ExternalName | false | ''",
        "{type: NodePort}                           | NodePort     | false | ''",
        "{selector: {}}                             | ClusterIP    | false | ''"
      })
  void theDefaultsOfServicesAreApplied(
      String spec, String type, boolean headless, String workloads) {
    Service service =
        Given.yaml(
                BASE + "{apiVersion: v1, kind: Service, metadata: {name: s}, spec: " + spec + "}")
            .facts()
            .services()
            .getFirst();

    assertEquals(
        type + " " + headless + " " + workloads,
        service.type() + " " + service.headless() + " " + String.join(",", service.workloads()));
  }

  @Test
  void anIngressLeadsToServicesAndTheirWorkloads() {
    Facts facts =
        Given.yaml(
                BASE
                    + """
                    {apiVersion: v1, kind: Service, metadata: {name: web}, spec: {selector: {app: web}}}
                    ---
                    {apiVersion: v1, kind: Service, metadata: {name: db}, spec: {selector: {app: db}}}
                    ---
                    apiVersion: networking.k8s.io/v1
                    kind: Ingress
                    metadata:
                      name: portal
                      annotations: {kubernetes.io/ingress.class: nginx}
                    spec:
                      defaultBackend: {service: {name: db, port: {number: 80}}}
                      tls:
                      - {hosts: ["*.example.org"], secretName: tls}
                      rules:
                      - host: a.example.org
                        http: {paths: [{path: /, backend: {service: {name: web}}}]}
                      - http: {paths: [{backend: {resource: {kind: X, name: y}}}]}
                    """)
            .facts();
    Provenance p = anywhere(facts);
    Ingress expected =
        new Ingress(
            "default",
            "portal",
            Map.of("kubernetes.io/ingress.class", "nginx"),
            "maintains",
            "nginx",
            List.of(
                new IngressRoute("a.example.org", "/", "web", true, p),
                new IngressRoute("", "", "", false, p)),
            List.of("*.example.org"),
            List.of("tls"),
            "db",
            p);

    assertEquals(List.of(expected), facts.ingresses());
    assertEquals(List.of(new Exposure("Ingress", "portal", p)), workload(facts, "web").exposures());
    assertEquals(List.of(new Exposure("Ingress", "portal", p)), workload(facts, "db").exposures());
  }

  @Test
  void anOldIngressIsReadToo() {
    Ingress ingress =
        Given.yaml(
                """
                apiVersion: extensions/v1beta1
                kind: Ingress
                metadata: {name: old}
                spec:
                  backend: {serviceName: all, servicePort: 80}
                  rules: [{host: h, http: {paths: [{backend: {serviceName: web}}]}}]
                """)
            .facts()
            .ingresses()
            .getFirst();

    assertEquals("all", ingress.defaultBackend());
    assertEquals("web", ingress.routes().getFirst().service());
  }

  @Test
  void thatNothingLeadsInIsKnownOnlyWithServicesAndIngresses() {
    String pod = "{apiVersion: v1, kind: Pod, metadata: {name: web, labels: {app: web}}}";

    assertThrows(UnknownEvidenceException.class, () -> Given.yaml(pod).workload().exposures());
    assertEquals(List.of(), Given.yaml(pod).whole().workload().exposures());
  }

  @Test
  void aServiceWithARedactedTypeHidesWhetherItExposes() {
    Facts facts =
        Given.yaml(
                BASE
                    + "{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {selector: {app:"
                    + " web}, type: \"***HIDDEN***\"}}")
            .whole()
            .facts();

    assertThrows(UnknownEvidenceException.class, () -> workload(facts, "web").exposures());
    assertTrue(workload(facts, "db").exposures().isEmpty());
  }

  private static Workload workload(Facts facts, String name) {
    return facts.workloads().stream().filter(w -> w.name().equals(name)).findFirst().orElseThrow();
  }
}
