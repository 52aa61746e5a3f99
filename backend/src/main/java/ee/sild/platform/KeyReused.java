package ee.sild.platform;

/** A key that stood for another request before. Becomes a 422 problem. */
class KeyReused extends ApiException {

    KeyReused() {
        super("idempotency.reused", null);
    }
}
