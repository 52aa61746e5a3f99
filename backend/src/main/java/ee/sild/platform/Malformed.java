package ee.sild.platform;

/** The request itself cannot be read. Becomes a 400 problem. */
public class Malformed extends Refusal {

    public Malformed(String code, Object... arguments) {
        super(400, code, null, arguments);
    }
}
