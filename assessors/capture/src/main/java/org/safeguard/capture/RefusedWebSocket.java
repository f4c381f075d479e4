package org.safeguard.capture;

import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/// A web socket that never opens. What runs over one, such as `exec`, cannot be seen from here.
final class RefusedWebSocket implements WebSocket.Builder {

  @Override
  public WebSocket.Builder header(String name, String value) {
    return this;
  }

  @Override
  public WebSocket.Builder connectTimeout(Duration timeout) {
    return this;
  }

  @Override
  public WebSocket.Builder subprotocols(String mostPreferred, String... lesserPreferred) {
    return this;
  }

  @Override
  public CompletableFuture<WebSocket> buildAsync(URI uri, WebSocket.Listener listener) {
    return CompletableFuture.failedFuture(
        new RefusedRequestException(
            "a web socket to " + uri.getRawPath(), "more than reading goes on over one"));
  }
}
