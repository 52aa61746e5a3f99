package ee.sild.platform.http;

/** A stored response that is returned again for the same idempotency key. */
public class Replay extends RuntimeException {

    private final int status;
    private final String etag;
    private final String location;
    private final String body;

    Replay(int status, String etag, String location, String body) {
        super(null, null, false, false);
        this.status = status;
        this.etag = etag;
        this.location = location;
        this.body = body;
    }

    public int status() {
        return status;
    }

    public String etag() {
        return etag;
    }

    public String location() {
        return location;
    }

    public String body() {
        return body;
    }
}
