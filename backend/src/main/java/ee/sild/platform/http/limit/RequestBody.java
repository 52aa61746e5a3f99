package ee.sild.platform.http.limit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response.Status;

import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jboss.resteasy.reactive.server.spi.ServerHttpRequest.ReadCallback;

import ee.sild.platform.database.DatabaseTimeouts;
import ee.sild.platform.problem.Unavailable;

/** One body being read. It ends once: complete, too large, too late, or with the connection. */
final class RequestBody implements ReadCallback {

    private final ResteasyReactiveContainerRequestContext request;
    private final RoutingContext route;
    private final long largest;
    private final MemoryBudget large;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile long timer;
    private volatile long reserved;

    RequestBody(
            ResteasyReactiveContainerRequestContext request, RoutingContext route, long largest, MemoryBudget large) {
        this.request = request;
        this.route = route;
        this.largest = largest;
        this.large = large;
    }

    void start(Duration time) {
        timer = route.vertx()
                .setTimer(time.toMillis(), late -> refuse(new ClientErrorException(Status.REQUEST_TIMEOUT)));
        route.addEndHandler(answered -> large.release(reserved));
        route.request().exceptionHandler(gone -> refuse(new ClientErrorException(Status.REQUEST_TIMEOUT)));
        var server = ((ResteasyReactiveRequestContext) request.getServerRequestContext()).serverRequest();
        server.setReadListener(this);
        server.resumeRequestInput();
    }

    @Override
    public void data(ByteBuffer piece) {
        if (ended.get()) {
            return;
        }
        if (body.size() + piece.remaining() > largest) {
            refuse(new ClientErrorException(Status.REQUEST_ENTITY_TOO_LARGE));
            return;
        }
        long beyond = body.size() + piece.remaining() - RequestBodyLimits.ANONYMOUS_BYTES;
        if (beyond > reserved) {
            if (!large.reserve(beyond - reserved)) {
                refuse(new Unavailable(new IOException("Too many large bodies at the same time")));
                return;
            }
            reserved = beyond;
        }
        byte[] bytes = new byte[piece.remaining()];
        piece.get(bytes);
        body.writeBytes(bytes);
    }

    @Override
    public void done() {
        if (end()) {
            DatabaseTimeouts.start(route);
            request.setEntityStream(new ByteArrayInputStream(body.toByteArray()));
            request.resume();
        }
    }

    private void refuse(RuntimeException problem) {
        if (end()) {
            body.reset();
            IncompleteRequests.closeAfterAnswer(route);
            request.resume(problem);
        }
    }

    private boolean end() {
        if (!ended.compareAndSet(false, true)) {
            return false;
        }
        route.vertx().cancelTimer(timer);
        return true;
    }
}
