package ee.sild.platform.problem;

/** A CSV export with too many rows; a truncated one could pass for the whole. Becomes a 422 problem. */
public class TooManyRows extends ApiException {

    public TooManyRows(long rows, int most) {
        super("export.too-many-rows", null, rows, most);
    }
}
