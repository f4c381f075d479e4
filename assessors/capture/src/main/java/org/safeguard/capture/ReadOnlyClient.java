package org.safeguard.capture;

import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/// Sends what [RequestRules] lets through and throws for the rest, before a connection is opened.
final class ReadOnlyClient extends HttpClient {

  private final HttpClient client;
  private final RequestRules rules;

  ReadOnlyClient(HttpClient client, RequestRules rules) {
    this.client = client;
    this.rules = rules;
  }

  @Override
  public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
      throws IOException, InterruptedException {
    check(request);
    return client.send(request, handler);
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    return sendAsync(request, handler, null);
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request,
      HttpResponse.BodyHandler<T> handler,
      HttpResponse.@Nullable PushPromiseHandler<T> pushed) {
    try {
      check(request);
    } catch (RefusedRequestException e) {
      return CompletableFuture.failedFuture(e);
    }
    return client.sendAsync(request, handler); // a pushed answer is one that nobody asked for
  }

  @Override
  public WebSocket.Builder newWebSocketBuilder() {
    return new RefusedWebSocket();
  }

  private void check(HttpRequest request) throws RefusedRequestException {
    boolean hasBody = request.bodyPublisher().map(body -> body.contentLength() != 0).orElse(false);
    rules.check(request.method(), request.uri(), request.headers().allValues("Accept"), hasBody);
  }

  @Override
  public void shutdown() {
    client.shutdown();
  }

  @Override
  public void shutdownNow() {
    client.shutdownNow();
  }

  @Override
  public boolean isTerminated() {
    return client.isTerminated();
  }

  @Override
  public boolean awaitTermination(Duration duration) throws InterruptedException {
    return client.awaitTermination(duration);
  }

  @Override
  public void close() {
    client.close();
  }

  @Override
  public Optional<CookieHandler> cookieHandler() {
    return client.cookieHandler();
  }

  @Override
  public Optional<Duration> connectTimeout() {
    return client.connectTimeout();
  }

  @Override
  public Redirect followRedirects() {
    return client.followRedirects();
  }

  @Override
  public Optional<ProxySelector> proxy() {
    return client.proxy();
  }

  @Override
  public SSLContext sslContext() {
    return client.sslContext();
  }

  @Override
  public SSLParameters sslParameters() {
    return client.sslParameters();
  }

  @Override
  public Optional<Authenticator> authenticator() {
    return client.authenticator();
  }

  @Override
  public Version version() {
    return client.version();
  }

  @Override
  public Optional<Executor> executor() {
    return client.executor();
  }
}
