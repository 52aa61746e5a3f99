package ee.sild.platform.problem;

/** A key that stood for another request before. Becomes a 422 problem. */
public class KeyReused extends ApiException {

    public KeyReused() {
        super("idempotency.reused", null);
    }
}
