package ee.sild.platform.http.idempotency;

/** A stored response that is returned again for the same idempotency key. */
class Replay extends RuntimeException {

    private final transient StoredResponse response;

    Replay(StoredResponse response) {
        super(null, null, false, false);
        this.response = response;
    }

    StoredResponse response() {
        return response;
    }
}
