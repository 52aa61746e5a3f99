package ee.sild.platform.problem;

/** An idempotency key that was used for another request. Becomes a 422 problem. */
public class KeyReused extends ApiException {

    public KeyReused() {
        super("idempotency.reused", null);
    }
}
