package org.safeguard.capture.realserver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/// A kube-apiserver with etcd on free loopback ports, with RBAC and an audit log.
///
/// It has two users: an administrator, whom only the test uses, and an assessor who may do nothing
/// until the test binds a role to the name [#ASSESSOR].
public final class RealServer implements AutoCloseable {

  public static final String ASSESSOR = "assessor";

  /// Secrets with their answers, so that the log shows in what form they were given out.
  private static final String AUDIT_POLICY =
      """
      apiVersion: audit.k8s.io/v1
      kind: Policy
      omitStages: [RequestReceived]
      rules:
      - level: RequestResponse
        users: [assessor]
        resources: [{group: "", resources: [secrets]}]
      - level: Metadata
      """;

  private final Path folder;
  private final int port;
  private final String adminToken = UUID.randomUUID().toString();
  private final String assessorToken = UUID.randomUUID().toString();
  private final ServerProcess etcd;
  private final ServerProcess server;

  private RealServer(Path assets, Path folder) throws IOException, GeneralSecurityException {
    this.folder = folder;
    this.port = ServerProcess.freePort();
    Files.writeString(folder.resolve("audit-policy.yaml"), AUDIT_POLICY);
    Files.writeString(
        folder.resolve("tokens.csv"),
        "%s,admin,1,\"system:masters\"\n%s,%s,2,\"\"\n"
            .formatted(adminToken, assessorToken, ASSESSOR));
    Files.writeString(folder.resolve("accounts.key"), privateKey());
    String etcdAddress = "http://127.0.0.1:" + ServerProcess.freePort();
    this.etcd = ServerProcess.start(assets.resolve("etcd"), etcd(etcdAddress), folder);
    try {
      this.server =
          ServerProcess.start(assets.resolve("kube-apiserver"), apiServer(etcdAddress), folder);
    } catch (IOException e) {
      etcd.close();
      throw e;
    }
  }

  /// Starts both and waits until the API server is ready.
  ///
  /// @param assets the folder that holds `kube-apiserver` and `etcd`
  /// @param folder for their data, keys and logs
  public static RealServer start(Path assets, Path folder)
      throws IOException, GeneralSecurityException, InterruptedException {
    RealServer started = new RealServer(assets, folder);
    boolean ready = false;
    try {
      started.awaitReady();
      ready = true;
      return started;
    } finally {
      if (!ready) {
        started.close();
      }
    }
  }

  private List<String> etcd(String address) throws IOException {
    String peers = "http://127.0.0.1:" + ServerProcess.freePort();
    return List.of(
        "--data-dir=" + folder.resolve("etcd-data"),
        "--listen-client-urls=" + address,
        "--advertise-client-urls=" + address,
        "--listen-peer-urls=" + peers,
        "--initial-advertise-peer-urls=" + peers,
        "--initial-cluster=default=" + peers);
  }

  private List<String> apiServer(String etcdAddress) {
    return List.of(
        "--etcd-servers=" + etcdAddress,
        "--bind-address=127.0.0.1",
        "--advertise-address=127.0.0.1",
        "--secure-port=" + port,
        "--cert-dir=" + folder.resolve("certificates"),
        "--endpoint-reconciler-type=none",
        "--service-cluster-ip-range=10.0.0.0/24",
        "--authorization-mode=RBAC",
        "--token-auth-file=" + folder.resolve("tokens.csv"),
        "--service-account-issuer=https://safeguard.test",
        "--service-account-key-file=" + folder.resolve("accounts.key"),
        "--service-account-signing-key-file=" + folder.resolve("accounts.key"),
        "--disable-admission-plugins=ServiceAccount",
        "--audit-policy-file=" + folder.resolve("audit-policy.yaml"),
        "--audit-log-path=" + folder.resolve("audit.log"));
  }

  private static String privateKey() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
    return "-----BEGIN PRIVATE KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key)
        + "\n-----END PRIVATE KEY-----\n";
  }

  private void awaitReady() throws IOException, InterruptedException, GeneralSecurityException {
    // It writes its certificate before it listens.
    for (int tries = 0; tries < 900; tries++) {
      etcd.staysUp();
      server.staysUp();
      if (Files.exists(certificate()) && admin().answers("/readyz")) {
        return;
      }
    }
    throw new IllegalStateException("kube-apiserver is not ready:\n" + server.lastLines());
  }

  private Path certificate() {
    return folder.resolve("certificates/apiserver.crt");
  }

  private String address() {
    return "https://127.0.0.1:" + port;
  }

  /// The administrator, over HTTP and not through the code under test.
  public Client admin() throws IOException, GeneralSecurityException {
    return Client.of(address(), adminToken, certificate());
  }

  /// The assessor, to see when a role has taken effect.
  public Client assessor() throws IOException, GeneralSecurityException {
    return Client.of(address(), assessorToken, certificate());
  }

  /// A kubeconfig with which the assessor logs in.
  public Path kubeconfig() throws IOException {
    return Files.writeString(
        folder.resolve("kubeconfig"),
        """
        apiVersion: v1
        kind: Config
        current-context: real
        clusters:
        - name: real
          cluster: {server: "%s", certificate-authority: "%s"}
        users:
        - name: assessor
          user: {token: "%s"}
        contexts:
        - name: real
          context: {cluster: real, user: assessor}
        """
            .formatted(address(), certificate(), assessorToken));
  }

  /// What the assessor asked, complete only after [#close()].
  public List<AuditEvent> audit() throws IOException {
    return AuditEvent.read(folder.resolve("audit.log"), ASSESSOR);
  }

  /// Whether one of the programs still runs.
  public boolean isRunning() {
    return server.isAlive() || etcd.isAlive();
  }

  @Override
  public void close() {
    server.close();
    etcd.close();
  }
}
