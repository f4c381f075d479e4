package org.safeguard.capture;

import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// The one place through which every request of this module goes. It lies below fabric8: whatever
/// fabric8, its interceptors or its renewal of tokens may want to send ends in a [ReadOnlyClient].
final class ReadOnlyHttp extends JdkHttpClientFactory {

  private final RequestRules rules;
  private final List<HttpClient> built = new CopyOnWriteArrayList<>();

  /// @param server the only server that may be asked
  ReadOnlyHttp(URI server) {
    this.rules = new RequestRules(server);
  }

  @Override
  protected HttpClient.Builder createNewHttpClientBuilder() {
    return new ReadOnlyBuilder(HttpClient.newBuilder(), this::guarded);
  }

  /// Breaks off every request that is under way.
  void stop() {
    built.forEach(HttpClient::shutdownNow);
  }

  private HttpClient guarded(HttpClient client) {
    HttpClient guarded = new ReadOnlyClient(client, rules);
    built.add(guarded);
    return guarded;
  }
}
