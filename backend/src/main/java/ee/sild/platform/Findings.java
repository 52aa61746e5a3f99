package ee.sild.platform;

import java.util.ArrayList;
import java.util.List;

import ee.sild.platform.Problem.FieldError;

/** What is wrong with a body, gathered so that all of it is told at once. */
public final class Findings {

    private static final String UNKNOWN = "unknown-reference";

    private final String part;
    private final List<FieldError> found;

    public Findings() {
        this("", new ArrayList<>());
    }

    private Findings(String part, List<FieldError> found) {
        this.part = part;
        this.found = found;
    }

    /** For a part of the same body: what is found there is told with the rest. */
    public Findings within(String deeper) {
        return new Findings(part + deeper, found);
    }

    /**
     * Adds a violation if the condition holds.
     *
     * @param pointer the JSON pointer of the field
     */
    public Findings note(boolean wrong, String pointer, String code, Object... arguments) {
        if (wrong) {
            found.add(new FieldError(part + pointer, code, Words.field(code, arguments)));
        }
        return this;
    }

    /**
     * Adds a violation if a reference does not exist.
     *
     * @param known whether the field is empty or what it refers to exists
     */
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
