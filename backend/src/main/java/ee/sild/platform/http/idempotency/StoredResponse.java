package ee.sild.platform.http.idempotency;

/**
 * A response that is stored for its idempotency key.
 *
 * @param etag null if it has none
 * @param location null if it has none
 * @param body JSON; empty if there is no body
 */
record StoredResponse(int status, String etag, String location, String body) {}
