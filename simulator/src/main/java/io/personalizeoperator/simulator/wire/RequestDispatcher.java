package io.personalizeoperator.simulator.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.BiPredicate;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Passes Jetty's requests to a handler, each on a virtual thread of its own, and its answers to
 * Jetty.
 */
final class RequestDispatcher extends Handler.Abstract.NonBlocking {
  private static final byte[] NO_BODY = new byte[0];
  private final HttpHandler handler;
  private final BiPredicate<String, String> atOnce;

  RequestDispatcher(HttpHandler handler, BiPredicate<String, String> atOnce) {
    this.handler = handler;
    this.atOnce = atOnce;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    if (atOnce.test(request.getMethod(), request.getHttpURI().getPath())) {
      answer(RequestBody.with(request, NO_BODY), request, response, callback);
    } else {
      Thread.ofVirtual()
          .name("simulator-request")
          .start(() -> readAndAnswer(request, response, callback));
    }
    return true;
  }

  private void readAndAnswer(Request request, Response response, Callback callback) {
    try {
      byte[] body = RequestBody.read(request);
      if (body == null) {
        Response.writeError(request, response, callback, 413, RequestBody.TOO_LARGE);
      } else {
        answer(RequestBody.with(request, body), request, response, callback);
      }
    } catch (Throwable e) {
      // The body is not what its head said, or the client has closed the connection.
      Response.writeError(request, response, callback, e);
    }
  }

  private void answer(HttpRequest asked, Request request, Response response, Callback callback) {
    HttpResponse answer = answer(asked);
    if (answer == HttpResponse.NONE) {
      request.getConnectionMetaData().getConnection().getEndPoint().close();
      callback.succeeded();
      return;
    }
    response.setStatus(answer.status());
    answer.headers().forEach((name, value) -> response.getHeaders().put(name, value));
    response.write(true, ByteBuffer.wrap(answer.body()), callback);
  }

  private HttpResponse answer(HttpRequest request) {
    try {
      return handler.handle(request);
    } catch (RuntimeException | StackOverflowError e) {
      // A bug of the simulator: report it and continue.
      e.printStackTrace();
      byte[] body =
          "{\"__type\":\"InternalFailure\",\"message\":\"The simulator has failed; see its output.\"}"
              .getBytes(StandardCharsets.UTF_8);
      return HttpResponse.of(500, Refusals.CONTENT_TYPE, body);
    }
  }
}
