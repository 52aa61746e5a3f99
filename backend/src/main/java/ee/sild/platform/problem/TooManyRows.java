package ee.sild.platform.problem;

/** A table with more rows than are given at once; a part of it would pass for the whole. Becomes a 422 problem. */
public class TooManyRows extends ApiException {

    public TooManyRows(long rows, int most) {
        super("export.too-many-rows", null, rows, most);
    }
}
