/**
 * A read of the contract with certain parameters.
 *
 * @param operation its ID
 * @param query the parameters after the question mark; empty for none
 * @param sorted whether it is one of the documented sorts, whose later pages are asked for as well
 */
record Case(String operation, String path, String query, boolean sorted) {

    String name() {
        return query.isEmpty() ? operation : operation + "?" + query;
    }

    /** @param more a parameter that is added; empty for none */
    String url(String more) {
        String all = query.isEmpty() || more.isEmpty() ? query + more : query + "&" + more;
        return all.isEmpty() ? path : path + "?" + all;
    }
}
