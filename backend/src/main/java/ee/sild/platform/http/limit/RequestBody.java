package ee.sild.platform.http.limit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jboss.resteasy.reactive.server.spi.ServerHttpRequest.ReadCallback;

import ee.sild.platform.database.DatabaseTimeouts;
import ee.sild.platform.problem.Unavailable;

/** One body being read. It ends once: complete, too large, too late, or with the connection. */
final class RequestBody implements ReadCallback {

    private static final String FORM = MediaType.APPLICATION_FORM_URLENCODED;
    private static final int MOST_FIELDS = 100;
    private static final Pattern INCOMPLETE_ENCODING = Pattern.compile("%(?![0-9A-Fa-f]{2})");

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
        if (isForm() && hasTooManyFields()) {
            refuse(new ClientErrorException(Status.REQUEST_ENTITY_TOO_LARGE));
        } else if (isForm() && !canBeDecoded()) {
            refuse(new ClientErrorException(Status.BAD_REQUEST));
        } else if (end()) {
            DatabaseTimeouts.start(route);
            request.setEntityStream(new ByteArrayInputStream(body.toByteArray()));
            request.resume();
        }
    }

    private boolean isForm() {
        String type = route.request().getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.regionMatches(true, 0, FORM, 0, FORM.length());
    }

    /** The framework fails unexpectedly for a form with more than 1,000 fields. */
    private boolean hasTooManyFields() {
        return text().chars().filter(sign -> sign == '&').count() >= MOST_FIELDS;
    }

    /** The framework fails unexpectedly for an incomplete percent-encoding, too. */
    private boolean canBeDecoded() {
        return !INCOMPLETE_ENCODING.matcher(text()).find();
    }

    private String text() {
        return body.toString(StandardCharsets.ISO_8859_1);
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
