package ee.sild.platform.problem;

import java.util.ArrayList;
import java.util.List;

import ee.sild.platform.problem.Problem.FieldError;

/** Collects the violations of a request body, so that all are reported together. */
public final class Violations {

    private static final String UNKNOWN = "unknown-reference";

    private final String part;
    private final List<FieldError> found;

    public Violations() {
        this("", new ArrayList<>());
    }

    private Violations(String part, List<FieldError> found) {
        this.part = part;
        this.found = found;
    }

    /** For a part of the same body: its violations are reported with the others. */
    public Violations within(String deeper) {
        return new Violations(part + deeper, found);
    }

    /**
     * Adds a violation if the condition holds.
     *
     * @param pointer the JSON pointer of the field
     */
    public Violations addIf(boolean wrong, String pointer, String code, Object... arguments) {
        if (wrong) {
            found.add(new FieldError(part + pointer, code, Messages.field(code, arguments)));
        }
        return this;
    }

    /**
     * Adds a violation if a reference does not exist.
     *
     * @param known whether the field is empty or what it refers to exists
     */
    public Violations requireReference(boolean known, String pointer) {
        return addIf(!known, pointer, UNKNOWN);
    }

    /** Fails if there are any violations. */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new Invalid(found);
        }
    }
}
