package org.safeguard.capture;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ServerSocketFactory;

/// A server on raw sockets, so that a test can break an answer wherever it likes.
final class RawServer implements AutoCloseable {

  /// A request as it came.
  record Request(String method, String path, Map<String, String> headers) {

    String header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }
  }

  /// Writes an answer, whole or not.
  @FunctionalInterface
  interface Reply {
    void write(Socket socket, OutputStream out) throws IOException;
  }

  /// Answers requests.
  @FunctionalInterface
  interface Handler {
    Reply reply(Request request);
  }

  private final ServerSocket listening;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final Handler handler;
  private final String scheme;

  RawServer(Handler handler) throws IOException {
    this(handler, ServerSocketFactory.getDefault(), "http");
  }

  RawServer(Handler handler, ServerSocketFactory sockets, String scheme) throws IOException {
    this.handler = handler;
    this.scheme = scheme;
    this.listening = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.submit(this::accept);
  }

  String url() {
    return scheme + "://127.0.0.1:" + listening.getLocalPort();
  }

  List<Request> requests() {
    return requests;
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        sockets.add(socket);
        threads.submit(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      Request request = request(in);
      if (request != null) {
        requests.add(request);
        handler.reply(request).write(socket, socket.getOutputStream());
        socket.getOutputStream().flush();
      }
    } catch (IOException | UncheckedIOException e) {
      // the client went away, which several tests are about
    }
  }

  private static Request request(InputStream in) throws IOException {
    String[] start = line(in).split(" ");
    if (start.length < 2) {
      return null;
    }
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      String[] parts = line.split(":", 2);
      headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1].strip());
    }
    return new Request(start[0], start[1], headers);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      if (b != '\r') {
        line.append((char) b);
      }
    }
    return line.toString();
  }

  static Reply json(int status, String body) {
    return reply(status, "application/json", body, "");
  }

  static Reply reply(int status, String type, String body, String headers) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return (socket, out) -> {
      out.write(head(status, type, bytes.length, headers));
      out.write(bytes);
    };
  }

  static byte[] head(int status, String type, int length, String headers) {
    String head =
        "HTTP/1.1 "
            + status
            + " Status\r\nContent-Type: "
            + type
            + "\r\nContent-Length: "
            + length
            + "\r\nConnection: close\r\n"
            + headers
            + "\r\n";
    return head.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Socket socket : sockets) {
      socket.close();
    }
    threads.shutdownNow();
  }
}
