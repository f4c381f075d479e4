import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// Serves a made-up cluster of 50,000 objects of about 4 KB in pages, as an API server does, on the
/// loopback interface only. It ends by itself after ten minutes.
///
/// `java Cluster.java [PORT [MILLISECONDS [OBJECTS]]]`: MILLISECONDS is how long the server thinks
/// about each page before it sends the first byte.
final class Cluster {

  private static final int LIFE_MINUTES = 10;
  private static final byte[] COMMA = {','};

  /// The share of each list in a hundred.
  private static final List<Kind> KINDS =
      List.of(
          new Kind("/api/v1", "v1", "pods", "Pod", 60),
          new Kind("/api/v1", "v1", "configmaps", "ConfigMap", 20),
          new Kind("/apis/apps/v1", "apps/v1", "deployments", "Deployment", 20));

  private final int thinking;
  private final int objects;
  private final Map<String, byte[]> fixed = new HashMap<>();

  private Cluster(int thinking, int objects) {
    this.thinking = thinking;
    this.objects = objects;
    fixed.put("/version", utf8("{\"major\":\"1\",\"minor\":\"31\",\"gitVersion\":\"v1.31.2\"}"));
    fixed.put("/api", utf8("{\"kind\":\"APIVersions\",\"versions\":[\"v1\"]}"));
    fixed.put(
        "/apis",
        utf8(
            """
            {"kind":"APIGroupList","apiVersion":"v1","groups":[{"name":"apps",
             "versions":[{"groupVersion":"apps/v1","version":"v1"}],
             "preferredVersion":{"groupVersion":"apps/v1","version":"v1"}}]}"""));
    fixed.put("/api/v1", resources("/api/v1", "v1"));
    fixed.put("/apis/apps/v1", resources("/apis/apps/v1", "apps/v1"));
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    int port = number(arguments, 0, 18_080);
    Cluster cluster = new Cluster(number(arguments, 1, 0), number(arguments, 2, 50_000));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      server.setExecutor(threads);
      server.createContext("/", cluster::answer);
      server.start();
      System.out.println("ready");
      TimeUnit.MINUTES.sleep(LIFE_MINUTES);
      server.stop(0);
    }
  }

  private static int number(String[] arguments, int index, int otherwise) {
    return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] resources(String path, String version) {
    StringBuilder json = new StringBuilder();
    json.append("{\"kind\":\"APIResourceList\",\"groupVersion\":\"").append(version);
    json.append("\",\"resources\":[");
    String separator = "";
    for (Kind kind : KINDS) {
      if (kind.path.equals(path)) {
        json.append(separator).append("{\"name\":\"").append(kind.plural);
        json.append("\",\"namespaced\":true,\"kind\":\"").append(kind.kind);
        json.append("\",\"verbs\":[\"get\",\"list\"]}");
        separator = ",";
      }
    }
    return utf8(json.append("]}").toString());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      byte[] body = fixed.get(path);
      if (body != null) {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        return;
      }
      for (Kind kind : KINDS) {
        if (path.equals(kind.path + "/" + kind.plural)) {
          page(exchange, kind);
          return;
        }
      }
      exchange.sendResponseHeaders(404, -1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void page(HttpExchange exchange, Kind kind) throws IOException, InterruptedException {
    int all = objects * kind.percent / 100;
    int from = parameter(exchange, "continue", 0);
    int to = Math.min(all, from + parameter(exchange, "limit", all));
    if (thinking > 0) {
      TimeUnit.MILLISECONDS.sleep(thinking);
    }
    String next = to < all ? "\"continue\":\"" + to + "\"," : "";
    byte[] head =
        utf8(
            "{\"kind\":\"%sList\",\"apiVersion\":\"%s\",\"metadata\":{%s\"resourceVersion\":\"7\"},"
                    .formatted(kind.kind, kind.version, next)
                + "\"items\":[");
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = new BufferedOutputStream(exchange.getResponseBody(), 1 << 16)) {
      out.write(head);
      for (int each = from; each < to; each++) {
        if (each > from) {
          out.write(COMMA);
        }
        kind.write(each, out);
      }
      out.write(utf8("]}\n"));
    }
  }

  private static int parameter(HttpExchange exchange, String name, int otherwise) {
    String query = exchange.getRequestURI().getQuery();
    for (String pair : query == null ? new String[0] : query.split("&")) {
      if (pair.startsWith(name + "=")) {
        return Integer.parseInt(pair.substring(name.length() + 1));
      }
    }
    return otherwise;
  }

  /// One list. Every object is the same but for its name and uid, so that the server costs next to nothing.
  private static final class Kind {

    private final String path;
    private final String version;
    private final String plural;
    private final String kind;
    private final int percent;
    private final byte[] before;
    private final byte[] between;
    private final byte[] after;

    Kind(String path, String version, String plural, String kind, int percent) {
      this.path = path;
      this.version = version;
      this.plural = plural;
      this.kind = kind;
      this.percent = percent;
      String[] around = template(plural).split("@NAME@|@UID@", 3);
      this.before = utf8(around[0]);
      this.between = utf8(around[1]);
      this.after = utf8(around[2]);
    }

    void write(int number, OutputStream out) throws IOException {
      out.write(before);
      // In the order of their names, as an API server lists them.
      out.write(utf8(plural + "-" + (1_000_000 + number)));
      out.write(between);
      out.write(utf8(new UUID(0x9e3779b97f4a7c15L * number, ~number).toString()));
      out.write(after);
    }

    private static String template(String plural) {
      String metadata =
          """
          {"metadata":{"name":"@NAME@","namespace":"clinic-%s",
          "uid":"@UID@","resourceVersion":"4711",
          "creationTimestamp":"2026-01-01T00:00:00Z","labels":{"app":"web","tier":"front"},
          "managedFields":[%s]},"""
              .formatted(plural, repeat(MANAGED, 2));
      return metadata.replace("\n", "")
          + switch (plural) {
            case "configmaps" -> "\"data\":{" + repeat(DATA, 40) + "}}";
            case "deployments" ->
                "\"spec\":{\"replicas\":2,\"selector\":{\"matchLabels\":{\"app\":\"web\"}},"
                    + "\"template\":{\"metadata\":{\"labels\":{\"app\":\"web\"}},\"spec\":{"
                    + "\"containers\":["
                    + repeat(CONTAINER, 2)
                    + "]}}},\"status\":{\"replicas\":2}}";
            default ->
                "\"spec\":{\"nodeName\":\"node-1\",\"serviceAccountName\":\"web\",\"containers\":["
                    + repeat(CONTAINER, 2)
                    + "]},\"status\":{\"phase\":\"Running\",\"podIP\":\"10.0.0.7\"}}";
          };
    }

    private static String repeat(String text, int times) {
      StringBuilder all = new StringBuilder();
      for (int each = 0; each < times; each++) {
        all.append(each == 0 ? "" : ",").append(text.replace("@", Integer.toString(each)));
      }
      return all.toString().replace("\n", "");
    }

    private static final String MANAGED =
        """
        {"manager":"controller-@","operation":"Update","apiVersion":"v1","fieldsType":"FieldsV1",
        "fieldsV1":{"f:metadata":{"f:labels":{".":{},"f:app":{},"f:tier":{}}},"f:spec":
        {"f:containers":{"k:{\\"name\\":\\"web\\"}":{".":{},"f:env":{".":{},
        "k:{\\"name\\":\\"MODE\\"}":{".":{},"f:name":{},"f:value":{}}},"f:image":{},
        "f:imagePullPolicy":{},"f:name":{},"f:ports":{},"f:resources":{},"f:securityContext":{}}},
        "f:dnsPolicy":{},"f:restartPolicy":{},"f:schedulerName":{},"f:securityContext":{}}}}""";
    private static final String CONTAINER =
        """
        {"name":"web-@","image":"registry.example/clinic/web:1.4.@","imagePullPolicy":"IfNotPresent",
        "args":["--listen=:8080","--mode=clinic"],"env":[{"name":"MODE","value":"clinic"},
        {"name":"DATABASE_HOST","value":"db.clinic-data.svc"},{"name":"DATABASE_PASSWORD",
        "valueFrom":{"secretKeyRef":{"name":"db","key":"password"}}}],"ports":[{"containerPort":8080,
        "name":"http","protocol":"TCP"}],"resources":{"limits":{"cpu":"500m","memory":"512Mi"},
        "requests":{"cpu":"100m","memory":"128Mi"}},"securityContext":{"runAsNonRoot":true,
        "allowPrivilegeEscalation":false,"capabilities":{"drop":["ALL"]},"seccompProfile":
        {"type":"RuntimeDefault"}},"livenessProbe":{"httpGet":{"path":"/healthz","port":8080},
        "periodSeconds":10},"volumeMounts":[{"name":"data-@","mountPath":"/var/lib/web"},
        {"name":"kube-api-access","mountPath":"/var/run/secrets/kubernetes.io/serviceaccount",
        "readOnly":true}],"terminationMessagePath":"/dev/termination-log"}""";
    private static final String DATA =
        """
        "setting-@":"a line of some length that says how the application behaves"\
        """;
  }
}
