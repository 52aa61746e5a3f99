package ee.sild.identity.oauth;

/** A request for a token that is refused, with the status and the error of RFC 6749 §5.2. */
class TokenRefusal extends Exception {

    private final int status;
    private final String error;

    TokenRefusal(int status, String error, String description) {
        super(description);
        this.status = status;
        this.error = error;
    }

    int status() {
        return status;
    }

    TokenFailure failure() {
        return new TokenFailure(error, getMessage());
    }
}
