package ee.sild.platform;

import java.util.ArrayList;
import java.util.List;

import ee.sild.platform.Problem.FieldError;

/** What is wrong with a body, gathered so that all of it is told at once. */
public final class Findings {

    private static final String UNKNOWN = "unknown-reference";

    private final List<FieldError> found = new ArrayList<>();

    /** @param pointer the JSON pointer of the field that is wrong, if it is */
    public Findings note(boolean wrong, String pointer, String code, Object... arguments) {
        if (wrong) {
            found.add(new FieldError(pointer, code, Words.field(code, arguments)));
        }
        return this;
    }

    /** @param known whether what the field names is there, where it names anything */
    public Findings refersTo(boolean known, String pointer) {
        return note(!known, pointer, UNKNOWN);
    }

    /** Refuses the body where anything was wrong. */
    public void refuse() {
        if (!found.isEmpty()) {
            throw new Invalid(found);
        }
    }
}
