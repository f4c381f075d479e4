package org.safeguard.capture;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.Interceptor;
import io.fabric8.kubernetes.client.utils.TokenRefreshInterceptor;
import java.time.Duration;
import org.safeguard.model.snapshot.UnreadableInputException;

/// An HTTP client of fabric8 for one cluster, with nothing but what the kubeconfig says: no part of
/// it comes from the environment, a service account or a renewal.
final class Connection implements AutoCloseable {

  private static final String LOGGING = "HttpLogging";

  private final ReadOnlyHttp http;
  private final HttpClient client;

  private Connection(ReadOnlyHttp http, HttpClient client) {
    this.http = http;
    this.client = client;
  }

  /// Prepares a connection; nothing is sent yet.
  static Connection open(
      Access access, Credentials credentials, Duration timeout, String toolVersion)
      throws UnreadableInputException {
    ReadOnlyHttp http = new ReadOnlyHttp(access.server());
    try {
      HttpClient.Builder builder = http.newBuilder(config(access, timeout, toolVersion));
      builder.sslContext(Tls.keys(access, credentials), Tls.trust(access));
      // fabric8's own would renew tokens, which is a POST, and run plug-ins anew
      builder.addOrReplaceInterceptor(TokenRefreshInterceptor.NAME, new Interceptor() {});
      // and this one, put in where tracing is on, writes every header and body into the log
      builder.addOrReplaceInterceptor(LOGGING, new Interceptor() {});
      return new Connection(http, builder.build());
    } catch (KubernetesClientException | IllegalArgumentException e) {
      throw new UnreadableInputException(
          access.context().name(),
          "its connection cannot be set up: the proxy's address may be wrong",
          "Correct the proxy-url, such as http://proxy.example:3128",
          e);
    }
  }

  /// What fabric8 is told; also for a typed client over the same guard.
  static Config config(Access access, Duration timeout, String toolVersion) {
    return new ConfigBuilder(Config.empty())
        .withMasterUrl(access.server().toString())
        .withTrustCerts(access.trust().anyServer())
        .withHttpProxy(access.proxy())
        .withHttpsProxy(access.proxy())
        .withConnectionTimeout((int) Math.min(timeout.toMillis(), Integer.MAX_VALUE))
        .withRequestTimeout(0)
        .withRequestRetryBackoffLimit(0) // retries are counted and logged in one place, here
        .withHttp2Disable(true) // one broken connection then breaks one list only
        .withUserAgent("safeguard/" + toolVersion)
        .build();
  }

  HttpClient client() {
    return client;
  }

  @Override
  public void close() {
    client.close();
    http.stop();
  }
}
