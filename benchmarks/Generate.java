import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;

/// Writes a made-up cluster as `kubectl get -o json` prints it, of the size and shape of the load
/// test that Kubescape publishes figures for: 15,267 objects, about 60 MB. The same arguments
/// always give the same bytes.
///
/// `java Generate.java FILE [NODES]` where FILE may end in `.gz`; 299 nodes give the size above.
final class Generate {

  private static final int DAEMON_SETS = 49;
  private static final int SERVICES = 254;
  private static final String[] NAMESPACES = {
    "default", "kube-node-lease", "kube-public", "kube-system"
  };

  private final Writer out;
  private final int nodes;
  private final SplittableRandom random = new SplittableRandom(15_267);
  private boolean first = true;
  private int version = 1_000;

  private Generate(Writer out, int nodes) {
    this.out = out;
    this.nodes = nodes;
  }

  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 1 || arguments.length > 2) {
      System.err.println("usage: java Generate.java FILE[.gz] [NODES]");
      System.exit(2);
    }
    Path file = Path.of(arguments[0]);
    int nodes = arguments.length == 2 ? Integer.parseInt(arguments[1]) : 299;
    try (OutputStream raw = Files.newOutputStream(file);
        OutputStream bytes =
            file.toString().endsWith(".gz") ? new GZIPOutputStream(raw, 1 << 16) : raw;
        Writer out =
            new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), 1 << 16)) {
      new Generate(out, nodes).cluster();
    }
  }

  private void cluster() throws IOException {
    out.write("{\"apiVersion\":\"v1\",\"kind\":\"List\",\"items\":[");
    for (String namespace : NAMESPACES) {
      object(NAMESPACE.replace("@NAME@", namespace));
      object(SERVICE_ACCOUNT.replace("@NAMESPACE@", namespace));
      object(CONFIG_MAP.replace("@NAME@", "kube-root-ca.crt").replace("@NAMESPACE@", namespace));
    }
    for (String name : new String[] {"cluster-info", "extension-apiserver-authentication"}) {
      object(CONFIG_MAP.replace("@NAME@", name).replace("@NAMESPACE@", "kube-system"));
    }
    for (int node = 0; node < nodes; node++) {
      object(NODE.replace("@NAME@", "node-" + node));
    }
    for (int service = 0; service < SERVICES; service++) {
      object(
          SERVICE
              .replace("@NAME@", "service-" + service)
              .replace("@APP@", "agent-" + service % DAEMON_SETS)
              .replace("@IP@", "10.0." + service / 250 + "." + (service % 250 + 1)));
    }
    for (int set = 0; set < DAEMON_SETS; set++) {
      daemonSet("agent-" + set, set);
    }
    out.write("]}\n");
  }

  private void daemonSet(String name, int set) throws IOException {
    String uid = uid();
    object(
        DAEMON_SET
            .replace("@NAME@", name)
            .replace("@COUNT@", Integer.toString(nodes))
            .replace("@UID@", uid));
    for (int node = 0; node < nodes; node++) {
      object(
          POD.replace("@NAME@", name)
              .replace("@SUFFIX@", Long.toString(random.nextLong(1_679_616, 60_466_176), 36))
              .replace("@OWNER@", uid)
              .replace("@NODE@", "node-" + node)
              .replace("@IP@", "10." + (set + 1) + "." + node / 250 + "." + (node % 250 + 1)));
    }
  }

  private void object(String template) throws IOException {
    if (!first) {
      out.write(',');
    }
    first = false;
    out.write(
        template
            .replace("@UID@", uid())
            .replace("@VERSION@", Integer.toString(version++))
            .replace("@TIME@", "2026-05-09T08:54:43Z")
            .replaceAll("\n *", ""));
  }

  private String uid() {
    String digits = "%016x%016x".formatted(random.nextLong(), random.nextLong());
    return digits.replaceFirst("(.{8})(.{4}).(.{3}).(.{3})(.{12})", "$1-$2-4$3-a$4-$5");
  }

  private static final String NAMESPACE =
      """
      {"apiVersion":"v1","kind":"Namespace","metadata":{"creationTimestamp":"@TIME@",
      "labels":{"kubernetes.io/metadata.name":"@NAME@"},"managedFields":[{"apiVersion":"v1",
      "fieldsType":"FieldsV1","fieldsV1":{"f:metadata":{"f:labels":{".":{},
      "f:kubernetes.io/metadata.name":{}}}},"manager":"kube-apiserver","operation":"Update",
      "time":"@TIME@"}],"name":"@NAME@","resourceVersion":"@VERSION@","uid":"@UID@"},
      "spec":{"finalizers":["kubernetes"]},"status":{"phase":"Active"}}""";

  private static final String SERVICE_ACCOUNT =
      """
      {"apiVersion":"v1","kind":"ServiceAccount","metadata":{"creationTimestamp":"@TIME@",
      "name":"default","namespace":"@NAMESPACE@","resourceVersion":"@VERSION@","uid":"@UID@"}}""";

  private static final String CONFIG_MAP =
      """
      {"apiVersion":"v1","data":{"ca.crt":""},"kind":"ConfigMap","metadata":{"annotations":{
      "kubernetes.io/description":"Contains a CA bundle that verifies the API server."},
      "creationTimestamp":"@TIME@","managedFields":[{"apiVersion":"v1","fieldsType":"FieldsV1",
      "fieldsV1":{"f:data":{".":{},"f:ca.crt":{}},"f:metadata":{"f:annotations":{".":{},
      "f:kubernetes.io/description":{}}}},"manager":"kube-controller-manager",
      "operation":"Update","time":"@TIME@"}],"name":"@NAME@","namespace":"@NAMESPACE@",
      "resourceVersion":"@VERSION@","uid":"@UID@"}}""";

  private static final String NODE =
      """
      {"apiVersion":"v1","kind":"Node","metadata":{"annotations":{
      "kubectl.kubernetes.io/last-applied-configuration":"{\\"apiVersion\\":\\"v1\\",
      \\"kind\\":\\"Node\\",\\"metadata\\":{\\"annotations\\":{\\"node.alpha.kubernetes.io/ttl\\":
      \\"0\\"},\\"labels\\":{\\"kubernetes.io/arch\\":\\"amd64\\",\\"kubernetes.io/hostname\\":
      \\"@NAME@\\",\\"kubernetes.io/os\\":\\"linux\\",\\"type\\":\\"simulated\\"},\\"name\\":
      \\"@NAME@\\"},\\"status\\":{\\"allocatable\\":{\\"cpu\\":32,\\"memory\\":\\"256Gi\\",
      \\"pods\\":110}}}","node.alpha.kubernetes.io/ttl":"15"},"creationTimestamp":"@TIME@",
      "labels":{"beta.kubernetes.io/arch":"amd64","beta.kubernetes.io/os":"linux",
      "kubernetes.io/arch":"amd64","kubernetes.io/hostname":"@NAME@","kubernetes.io/os":"linux",
      "node-role.kubernetes.io/agent":"","type":"simulated"},"managedFields":[{"apiVersion":"v1",
      "fieldsType":"FieldsV1","fieldsV1":{"f:metadata":{"f:annotations":{".":{},
      "f:kubectl.kubernetes.io/last-applied-configuration":{},"f:node.alpha.kubernetes.io/ttl":{}},
      "f:labels":{".":{},"f:beta.kubernetes.io/arch":{},"f:beta.kubernetes.io/os":{},
      "f:kubernetes.io/arch":{},"f:kubernetes.io/hostname":{},"f:kubernetes.io/os":{},
      "f:node-role.kubernetes.io/agent":{},"f:type":{}}},"f:spec":{"f:taints":{}}},
      "manager":"kubectl-client-side-apply","operation":"Update","time":"@TIME@"},
      {"apiVersion":"v1","fieldsType":"FieldsV1","fieldsV1":{"f:status":{"f:addresses":{".":{},
      "k:{\\"type\\":\\"Hostname\\"}":{".":{},"f:address":{},"f:type":{}}},"f:conditions":{".":{},
      "k:{\\"type\\":\\"DiskPressure\\"}":{".":{},"f:lastHeartbeatTime":{},
      "f:lastTransitionTime":{},"f:message":{},"f:reason":{},"f:status":{},"f:type":{}},
      "k:{\\"type\\":\\"MemoryPressure\\"}":{".":{},"f:lastHeartbeatTime":{},
      "f:lastTransitionTime":{},"f:message":{},"f:reason":{},"f:status":{},"f:type":{}},
      "k:{\\"type\\":\\"PIDPressure\\"}":{".":{},"f:lastHeartbeatTime":{},
      "f:lastTransitionTime":{},"f:message":{},"f:reason":{},"f:status":{},"f:type":{}},
      "k:{\\"type\\":\\"Ready\\"}":{".":{},"f:lastHeartbeatTime":{},"f:lastTransitionTime":{},
      "f:message":{},"f:reason":{},"f:status":{},"f:type":{}}}}},"manager":"simulator",
      "operation":"Update","subresource":"status","time":"@TIME@"}],"name":"@NAME@",
      "resourceVersion":"@VERSION@","uid":"@UID@"},"spec":{"taints":[{"effect":"NoSchedule",
      "key":"simulated.example/node","value":"true"}]},"status":{"addresses":[{
      "address":"192.0.2.10","type":"InternalIP"},{"address":"@NAME@","type":"Hostname"}],
      "allocatable":{"cpu":"32","memory":"256Gi","pods":"110"},"capacity":{"cpu":"32",
      "memory":"256Gi","pods":"110"},"conditions":[{"lastHeartbeatTime":"@TIME@",
      "lastTransitionTime":"@TIME@","message":"kubelet is posting ready status",
      "reason":"KubeletReady","status":"True","type":"Ready"},{"lastHeartbeatTime":"@TIME@",
      "lastTransitionTime":"@TIME@","message":"kubelet has sufficient memory available",
      "reason":"KubeletHasSufficientMemory","status":"False","type":"MemoryPressure"},{
      "lastHeartbeatTime":"@TIME@","lastTransitionTime":"@TIME@",
      "message":"kubelet has no disk pressure","reason":"KubeletHasNoDiskPressure",
      "status":"False","type":"DiskPressure"},{"lastHeartbeatTime":"@TIME@",
      "lastTransitionTime":"@TIME@","message":"kubelet has sufficient PID available",
      "reason":"KubeletHasSufficientPID","status":"False","type":"PIDPressure"}],
      "daemonEndpoints":{"kubeletEndpoint":{"Port":0}},"nodeInfo":{"architecture":"amd64",
      "bootID":"","containerRuntimeVersion":"","kernelVersion":"","kubeProxyVersion":"",
      "kubeletVersion":"v1.31.2","machineID":"","operatingSystem":"linux","osImage":"",
      "systemUUID":""},"phase":"Running"}}""";

  private static final String SERVICE =
      """
      {"apiVersion":"v1","kind":"Service","metadata":{"annotations":{
      "kubectl.kubernetes.io/last-applied-configuration":"{\\"apiVersion\\":\\"v1\\",
      \\"kind\\":\\"Service\\",\\"metadata\\":{\\"name\\":\\"@NAME@\\",\\"namespace\\":
      \\"default\\"},\\"spec\\":{\\"ports\\":[{\\"name\\":\\"http\\",\\"port\\":8080}],
      \\"selector\\":{\\"app\\":\\"@APP@\\"}}}"},"creationTimestamp":"@TIME@","managedFields":[{
      "apiVersion":"v1","fieldsType":"FieldsV1","fieldsV1":{"f:metadata":{"f:annotations":{".":{},
      "f:kubectl.kubernetes.io/last-applied-configuration":{}}},"f:spec":{
      "f:internalTrafficPolicy":{},"f:ports":{".":{},
      "k:{\\"port\\":8080,\\"protocol\\":\\"TCP\\"}":{".":{},"f:name":{},"f:port":{},
      "f:protocol":{},"f:targetPort":{}}},"f:selector":{},"f:sessionAffinity":{},"f:type":{}}},
      "manager":"kubectl-client-side-apply","operation":"Update","time":"@TIME@"}],
      "name":"@NAME@","namespace":"default","resourceVersion":"@VERSION@","uid":"@UID@"},
      "spec":{"clusterIP":"@IP@","clusterIPs":["@IP@"],"internalTrafficPolicy":"Cluster",
      "ipFamilies":["IPv4"],"ipFamilyPolicy":"SingleStack","ports":[{"name":"http","port":8080,
      "protocol":"TCP","targetPort":8080}],"selector":{"app":"@APP@"},"sessionAffinity":"None",
      "type":"ClusterIP"},"status":{"loadBalancer":{}}}""";

  private static final String DAEMON_SET =
      """
      {"apiVersion":"apps/v1","kind":"DaemonSet","metadata":{"annotations":{
      "deprecated.daemonset.template.generation":"1",
      "kubectl.kubernetes.io/last-applied-configuration":"{\\"apiVersion\\":\\"apps/v1\\",
      \\"kind\\":\\"DaemonSet\\",\\"metadata\\":{\\"name\\":\\"@NAME@\\"}}"},
      "creationTimestamp":"@TIME@","generation":1,"managedFields":[{"apiVersion":"apps/v1",
      "fieldsType":"FieldsV1","fieldsV1":{"f:spec":{"f:revisionHistoryLimit":{},"f:selector":{},
      "f:template":{"f:metadata":{"f:labels":{".":{},"f:app":{}}},"f:spec":{"f:affinity":{},
      "f:containers":{"k:{\\"name\\":\\"agent\\"}":{".":{},"f:image":{},"f:imagePullPolicy":{},
      "f:name":{},"f:resources":{},"f:terminationMessagePath":{},
      "f:terminationMessagePolicy":{}}},"f:dnsPolicy":{},"f:restartPolicy":{},
      "f:schedulerName":{},"f:securityContext":{},"f:terminationGracePeriodSeconds":{},
      "f:tolerations":{}}}}},"manager":"kubectl-client-side-apply","operation":"Update",
      "time":"@TIME@"}],"name":"@NAME@","namespace":"default","resourceVersion":"@VERSION@",
      "uid":"@UID@"},"spec":{"revisionHistoryLimit":10,"selector":{"matchLabels":{"app":"@NAME@"}},
      "template":{"metadata":{"creationTimestamp":null,"labels":{"app":"@NAME@"}},"spec":{
      "containers":[{"image":"registry.example/agent","imagePullPolicy":"Always","name":"agent",
      "resources":{},"terminationMessagePath":"/dev/termination-log",
      "terminationMessagePolicy":"File"}],"dnsPolicy":"ClusterFirst","restartPolicy":"Always",
      "schedulerName":"default-scheduler","securityContext":{},
      "terminationGracePeriodSeconds":30,"tolerations":[{"effect":"NoSchedule",
      "key":"simulated.example/node","operator":"Exists"}]}},"updateStrategy":{"rollingUpdate":{
      "maxSurge":0,"maxUnavailable":1},"type":"RollingUpdate"}},"status":{
      "currentNumberScheduled":@COUNT@,"desiredNumberScheduled":@COUNT@,
      "numberAvailable":@COUNT@,"numberMisscheduled":0,"numberReady":@COUNT@,
      "observedGeneration":1,"updatedNumberScheduled":@COUNT@}}""";

  private static final String POD =
      """
      {"apiVersion":"v1","kind":"Pod","metadata":{"creationTimestamp":"@TIME@",
      "generateName":"@NAME@-","labels":{"app":"@NAME@","controller-revision-hash":"795df656c4",
      "pod-template-generation":"1"},"managedFields":[{"apiVersion":"v1","fieldsType":"FieldsV1",
      "fieldsV1":{"f:metadata":{"f:generateName":{},"f:labels":{".":{},"f:app":{},
      "f:controller-revision-hash":{},"f:pod-template-generation":{}},"f:ownerReferences":{".":{},
      "k:{\\"uid\\":\\"@OWNER@\\"}":{}}},"f:spec":{"f:affinity":{".":{},"f:nodeAffinity":{".":{},
      "f:requiredDuringSchedulingIgnoredDuringExecution":{}}},"f:containers":{
      "k:{\\"name\\":\\"agent\\"}":{".":{},"f:image":{},"f:imagePullPolicy":{},"f:name":{},
      "f:resources":{},"f:terminationMessagePath":{},"f:terminationMessagePolicy":{}}},
      "f:dnsPolicy":{},"f:enableServiceLinks":{},"f:restartPolicy":{},"f:schedulerName":{},
      "f:securityContext":{},"f:terminationGracePeriodSeconds":{},"f:tolerations":{}}},
      "manager":"kube-controller-manager","operation":"Update","time":"@TIME@"},{
      "apiVersion":"v1","fieldsType":"FieldsV1","fieldsV1":{"f:status":{"f:conditions":{
      "k:{\\"type\\":\\"ContainersReady\\"}":{".":{},"f:lastProbeTime":{},
      "f:lastTransitionTime":{},"f:status":{},"f:type":{}},"k:{\\"type\\":\\"Initialized\\"}":{
      ".":{},"f:lastProbeTime":{},"f:lastTransitionTime":{},"f:status":{},"f:type":{}},
      "k:{\\"type\\":\\"Ready\\"}":{".":{},"f:lastProbeTime":{},"f:lastTransitionTime":{},
      "f:status":{},"f:type":{}}},"f:containerStatuses":{},"f:phase":{},"f:podIP":{},
      "f:podIPs":{".":{},"k:{\\"ip\\":\\"@IP@\\"}":{".":{},"f:ip":{}}},"f:startTime":{}}},
      "manager":"simulator","operation":"Update","subresource":"status","time":"@TIME@"}],
      "name":"@NAME@-@SUFFIX@","namespace":"default","ownerReferences":[{"apiVersion":"apps/v1",
      "blockOwnerDeletion":true,"controller":true,"kind":"DaemonSet","name":"@NAME@",
      "uid":"@OWNER@"}],"resourceVersion":"@VERSION@","uid":"@UID@"},"spec":{"affinity":{
      "nodeAffinity":{"requiredDuringSchedulingIgnoredDuringExecution":{"nodeSelectorTerms":[{
      "matchFields":[{"key":"metadata.name","operator":"In","values":["@NODE@"]}]}]}}},
      "containers":[{"image":"registry.example/agent","imagePullPolicy":"Always","name":"agent",
      "resources":{},"terminationMessagePath":"/dev/termination-log",
      "terminationMessagePolicy":"File"}],"dnsPolicy":"ClusterFirst","enableServiceLinks":true,
      "nodeName":"@NODE@","restartPolicy":"Always","schedulerName":"default-scheduler",
      "securityContext":{},"terminationGracePeriodSeconds":30,"tolerations":[{
      "effect":"NoSchedule","key":"simulated.example/node","operator":"Exists"},{
      "effect":"NoExecute","key":"node.kubernetes.io/not-ready","operator":"Exists"},{
      "effect":"NoExecute","key":"node.kubernetes.io/unreachable","operator":"Exists"},{
      "effect":"NoSchedule","key":"node.kubernetes.io/disk-pressure","operator":"Exists"},{
      "effect":"NoSchedule","key":"node.kubernetes.io/memory-pressure","operator":"Exists"},{
      "effect":"NoSchedule","key":"node.kubernetes.io/pid-pressure","operator":"Exists"},{
      "effect":"NoSchedule","key":"node.kubernetes.io/unschedulable","operator":"Exists"}]},
      "status":{"conditions":[{"lastProbeTime":null,"lastTransitionTime":"@TIME@",
      "status":"True","type":"Initialized"},{"lastProbeTime":null,"lastTransitionTime":"@TIME@",
      "status":"True","type":"Ready"},{"lastProbeTime":null,"lastTransitionTime":"@TIME@",
      "status":"True","type":"ContainersReady"},{"lastProbeTime":null,
      "lastTransitionTime":"@TIME@","status":"True","type":"PodScheduled"}],
      "containerStatuses":[{"image":"registry.example/agent","imageID":"","lastState":{},
      "name":"agent","ready":true,"restartCount":0,"state":{"running":{"startedAt":"@TIME@"}}}],
      "phase":"Running","podIP":"@IP@","podIPs":[{"ip":"@IP@"}],"qosClass":"BestEffort",
      "startTime":"@TIME@"}}""";
}
