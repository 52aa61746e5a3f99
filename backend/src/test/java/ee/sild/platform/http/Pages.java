package ee.sild.platform.http;

/** Pages that are not requested over HTTP. */
public final class Pages {

    private Pages() {}

    public static PageRequest of(int limit) {
        var page = new PageRequest();
        page.limit = limit;
        return page;
    }
}
