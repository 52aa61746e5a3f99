package ee.sild.platform.problem;

import java.util.List;

import ee.sild.platform.problem.Problem.FieldError;

/** The request is readable, but fields are invalid. Becomes a 422 problem that names each of them. */
public class Invalid extends ApiException {

    public Invalid(List<FieldError> errors) {
        super("invalid", errors);
    }

    /**
     * One field of the request is not valid.
     *
     * @param pointer the JSON pointer of the field, e.g. {@code /customer/name}
     */
    public Invalid(String pointer, String code, Object... arguments) {
        this(List.of(new FieldError(pointer, code, Messages.field(code, arguments))));
    }
}
