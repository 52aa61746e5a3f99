package ee.sild.platform;

/** A key that stood for another request before. Becomes a 422 problem. */
class KeyReused extends Refusal {

    KeyReused() {
        super("idempotency.reused", null);
    }
}
