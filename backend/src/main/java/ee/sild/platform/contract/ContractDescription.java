package ee.sild.platform.contract;

/** The description of the contract: the rules that all operations follow. */
final class ContractDescription {

    static final String TEXT = """
        Partner relationship management: a vendor offers sales opportunities to its partners, who accept, work on and \
        close them.

        **Formats.** Money is an amount with a currency. Instants are in UTC as defined by RFC 3339, days are ISO 8601 \
        dates. Amounts have at most 15 significant digits, which a double holds exactly.

        **Lists** are paginated: send `nextCursor` of a response as `cursor` to get the next page.

        **Versions.** A single resource has an `ETag`. Send it, or `"<version>"`, as `If-Match` to fail if the resource \
        has changed since.

        **Rate limits.** Callers can send a limited number of requests per minute. Every response has the remaining \
        number in `RateLimit` and the limit in `RateLimit-Policy`.

        **Tracing.** Every response has a W3C Trace Context `traceparent`, which continues that of the request. The \
        server logs its trace ID.

        **Errors** are problems as defined by RFC 9457 with a stable `code`. `title` and `detail` follow \
        `Accept-Language`; the schema `Language` lists the languages. The `x-problems` of an operation list its codes. Resources that a caller \
        cannot see do not exist for them (404).

        **Compatibility.** Responses may get new properties, and enumerations in responses (`x-extensible-enum`) new \
        values: ignore those that you do not know. Requests accept only what is documented. Nothing else changes under \
        `/api/v1`.""";

    private ContractDescription() {}
}
