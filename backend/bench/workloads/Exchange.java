import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One answer that a user waits for: a request, or several in a row. The last response must have the status and contain
 * the marker as many times as there are items.
 */
record Exchange(List<byte[]> requests, int status, byte[] marker, int items) {

    static Exchange of(int status, String marker, int items, String... requests) {
        return new Exchange(
                List.of(requests).stream()
                        .map(request -> request.getBytes(StandardCharsets.UTF_8))
                        .toList(),
                status,
                marker.getBytes(StandardCharsets.UTF_8),
                items);
    }

    /** An HTTP/1.1 request without a body. The headers are lines that end with CRLF. */
    static String get(String path, String headers) {
        return "GET %s HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n%s\r\n".formatted(path, headers);
    }

    static String post(String path, String headers, String body) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return ("POST %s HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n"
                        + "Content-Type: application/json\r\nContent-Length: %d\r\n%s\r\n%s")
                .formatted(path, length, headers, body);
    }
}
