import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** An HTTP/1.1 response that arrives in pieces, with a length or in chunks. */
final class Response {

    private static final int UNKNOWN = -1;

    private byte[] bytes = new byte[65_536];
    private int length;
    private int body = UNKNOWN;
    private int end = UNKNOWN;
    private int nextChunk = UNKNOWN;

    void clear() {
        length = 0;
        body = UNKNOWN;
        end = UNKNOWN;
        nextChunk = UNKNOWN;
    }

    void add(byte[] more, int count) {
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
        }
        System.arraycopy(more, 0, bytes, length, count);
        length += count;
    }

    boolean isComplete() {
        if (body == UNKNOWN && !readHeaders()) {
            return false;
        }
        return end != UNKNOWN ? length >= end : readChunks();
    }

    private boolean readHeaders() {
        int blank = find("\r\n\r\n", 0);
        if (blank < 0) {
            return false;
        }
        body = blank + 4;
        String headers = new String(bytes, 0, body, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        int at = headers.indexOf("\r\ncontent-length:");
        if (at >= 0) {
            end = body
                    + Integer.parseInt(headers.substring(at + 17, headers.indexOf('\r', at + 2))
                            .strip());
        } else if (headers.contains("\r\ntransfer-encoding: chunked")) {
            nextChunk = body;
        } else {
            end = body;
        }
        return true;
    }

    private boolean readChunks() {
        for (int line = find("\r\n", nextChunk); line >= 0; line = find("\r\n", nextChunk)) {
            int size = Integer.parseInt(
                    new String(bytes, nextChunk, line - nextChunk, StandardCharsets.ISO_8859_1).split(";")[0].strip(),
                    16);
            int after = line + 2 + size + 2;
            if (length < after) {
                return false;
            }
            if (size == 0) {
                return true;
            }
            nextChunk = after;
        }
        return false;
    }

    private int find(String text, int from) {
        byte[] wanted = text.getBytes(StandardCharsets.ISO_8859_1);
        return find(wanted, from);
    }

    private int find(byte[] wanted, int from) {
        for (int i = from; i <= length - wanted.length; i++) {
            if (bytes[i] == wanted[0] && Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }

    int status() {
        return (bytes[9] - '0') * 100 + (bytes[10] - '0') * 10 + bytes[11] - '0';
    }

    int count(byte[] marker) {
        int count = 0;
        for (int at = find(marker, body); at >= 0; at = find(marker, at + marker.length)) {
            count++;
        }
        return count;
    }

    @Override
    public String toString() {
        return new String(bytes, 0, Math.min(length, 2_000), StandardCharsets.UTF_8);
    }
}
