package ee.sild.platform.http.limit;

import java.time.Duration;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/** Requests that are refused before they are read completely. */
public final class IncompleteRequests {

    private static final long NO_ERROR = 0;
    private static final Duration READ_BY_THEN = Duration.ofSeconds(1);

    private IncompleteRequests() {}

    /**
     * Closes the connection of a request that is not read completely, because its rest cannot be told from the next
     * request. Closing waits a moment, since closing while data arrives would lose the response. HTTP/2 has a stream
     * for each request: it is reset without an error (RFC 9113, section 8.1), and the connection stays open.
     */
    public static void closeAfterAnswer(RoutingContext request) {
        if (request.request().version() == HttpVersion.HTTP_2) {
            request.addEndHandler(answered -> request.response().reset(NO_ERROR));
            return;
        }
        request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        request.addEndHandler(answered -> request.vertx()
                .setTimer(
                        READ_BY_THEN.toMillis(),
                        later -> request.request().connection().close()));
    }
}
