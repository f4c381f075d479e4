import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/// Writes a made-up cluster with many network policies as `kubectl get -o json` prints it. The same
/// arguments always give the same bytes.
///
/// `java Network.java FILE [WORKLOADS] [POLICIES]`; 1,000 and 300 unless said. Each workload has
/// labels of its own. A third of the policies hold a whole namespace, the others one workload; their
/// rules have selectors, ports, named ports and address ranges.
final class Network {

  private static final int NAMESPACES = 25;

  private final Writer out;
  private final int workloads;
  private final SplittableRandom random = new SplittableRandom(1_000_300);
  private boolean first = true;

  private Network(Writer out, int workloads) {
    this.out = out;
    this.workloads = workloads;
  }

  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 1 || arguments.length > 3) {
      System.err.println("usage: java Network.java FILE [WORKLOADS] [POLICIES]");
      System.exit(2);
    }
    int workloads = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000;
    int policies = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 300;
    try (BufferedWriter writer = Files.newBufferedWriter(Path.of(arguments[0]))) {
      new Network(writer, workloads).cluster(policies);
    }
  }

  private void cluster(int policies) throws IOException {
    out.write("{\"apiVersion\":\"v1\",\"kind\":\"List\",\"items\":[");
    for (int i = 0; i < NAMESPACES; i++) {
      object(
          "v1", "Namespace", "", "ns" + i, "\"labels\":{\"team\":\"t" + i % 5 + "\"}", "\"spec\":{}");
    }
    for (int i = 0; i < workloads; i++) {
      workload(i);
    }
    for (int i = 0; i < policies; i++) {
      policy(i);
    }
    out.write("]}");
  }

  private void workload(int i) throws IOException {
    String labels = "\"labels\":{\"app\":\"w%d\",\"tier\":\"%s\"}".formatted(i, tier(i));
    object(
        "apps/v1",
        "Deployment",
        "ns" + i % NAMESPACES,
        "w" + i,
        labels,
        """
        "spec":{"selector":{"matchLabels":{"app":"w%d"}},"template":{"metadata":{%s},"spec":{\
        "containers":[{"name":"c","image":"registry.example/w%d:1.0","ports":[\
        {"name":"web","containerPort":%d},{"name":"metrics","containerPort":9090}]}]}}}\
        """
            .formatted(i, labels, i, 8000 + i % 100));
  }

  private static String tier(int i) {
    return new String[] {"front", "middle", "back"}[i % 3];
  }

  private void policy(int i) throws IOException {
    String selector =
        i % 3 == 0 ? "{}" : "{\"matchLabels\":{\"app\":\"w%d\"}}".formatted(random.nextInt(workloads));
    object(
        "networking.k8s.io/v1",
        "NetworkPolicy",
        "ns" + i % NAMESPACES,
        "p" + i,
        "",
        """
        "spec":{"podSelector":%s,"policyTypes":[%s],"ingress":[%s],"egress":[%s]}\
        """
            .formatted(
                selector,
                i % 2 == 0 ? "\"Ingress\",\"Egress\"" : "\"Ingress\"",
                rule("from") + "," + rule("from"),
                rule("to")));
  }

  private String rule(String peers) {
    String port =
        switch (random.nextInt(3)) {
          case 0 -> "{\"port\":\"web\"}";
          case 1 -> "{\"port\":%d,\"endPort\":%d}".formatted(8000, 8000 + random.nextInt(100));
          default -> "{\"port\":53,\"protocol\":\"UDP\"},{\"port\":9090}";
        };
    return "{\"%s\":[%s,%s],\"ports\":[%s]}".formatted(peers, peer(), peer(), port);
  }

  private String peer() {
    return switch (random.nextInt(4)) {
      case 0 -> "{\"namespaceSelector\":{\"matchLabels\":{\"team\":\"t%d\"}}}".formatted(random.nextInt(5));
      case 1 ->
          """
          {"namespaceSelector":{},"podSelector":{"matchExpressions":[\
          {"key":"tier","operator":"NotIn","values":["back"]}]}}\
          """;
      case 2 -> "{\"ipBlock\":{\"cidr\":\"10.%d.0.0/16\"}}".formatted(random.nextInt(20));
      default -> "{\"podSelector\":{\"matchLabels\":{\"tier\":\"front\"}}}";
    };
  }

  private void object(
      String version, String kind, String namespace, String name, String metadata, String spec)
      throws IOException {
    out.write(first ? "\n" : ",\n");
    first = false;
    out.write("{\"apiVersion\":\"" + version + "\",\"kind\":\"" + kind + "\",\"metadata\":{\"name\":\"" + name + "\"");
    if (!namespace.isEmpty()) {
      out.write(",\"namespace\":\"" + namespace + "\"");
    }
    if (!metadata.isEmpty()) {
      out.write("," + metadata);
    }
    out.write("}," + spec + "}");
  }
}
