package ee.sild.platform.http.limit;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.OptionalInt;

import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/**
 * The limits for the address and the headers of a request. The server's own error responses are empty, so its limits
 * are higher than these.
 */
@ApplicationScoped
public class RequestHeadLimits {

    private static final int LONGEST_ADDRESS = 8 * 1024;
    private static final int LARGEST_HEADER = 16 * 1024;

    private final RequestBodyLimits bodies;

    RequestHeadLimits(RequestBodyLimits bodies) {
        this.bodies = bodies;
    }

    /** The status with which the request is refused; empty if it can be read. */
    public OptionalInt refusal(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (!isAddress(request.uri()) || isAmbiguous(request)) {
            return OptionalInt.of(400);
        }
        if (request.uri().length() > LONGEST_ADDRESS) {
            return OptionalInt.of(414);
        }
        if (headerSize(request) > LARGEST_HEADER) {
            return OptionalInt.of(431);
        }
        if (length != null && length.matches("\\d{1,18}") && Long.parseLong(length) > bodies.bytes(request.path())) {
            return OptionalInt.of(413);
        }
        return OptionalInt.empty();
    }

    /** What servers in a row may read differently: several hosts, and a body in a coding that is not read here. */
    private static boolean isAmbiguous(HttpServerRequest request) {
        var codings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
        return request.headers().getAll(HttpHeaders.HOST).size() > 1
                || codings.size() > 1
                || codings.stream().anyMatch(coding -> !coding.strip().equalsIgnoreCase("chunked"));
    }

    private static boolean isAddress(String text) {
        try {
            new URI(text);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static int headerSize(HttpServerRequest request) {
        return request.headers().entries().stream()
                .mapToInt(line -> line.getKey().length() + line.getValue().length() + 4)
                .sum();
    }
}
