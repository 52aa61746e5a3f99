package ee.sild.platform.problem;

import java.util.stream.StreamSupport;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;

import com.fasterxml.jackson.databind.JsonMappingException;

import ee.sild.platform.problem.Problem.FieldError;

/** Names the field of an invalid request, as a JSON pointer, and what is wrong with it. */
public final class FieldErrors {

    private FieldErrors() {}

    public static FieldError of(ConstraintViolation<?> violation) {
        String annotation = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        String code = switch (annotation) {
            case "NotNull", "NotBlank", "NotEmpty" -> "required";
            case "Size", "Length" -> "size";
            case "UniqueElements" -> "twice";
            case "Email", "Pattern", "Currency", "Country", "WebDomain", "VatNumber" -> "format";
            case "Min", "Max", "PositiveOrZero", "Positive", "DecimalMin", "DecimalMax", "Rate" -> "range";
            case "Digits" -> "digits";
            default -> "invalid";
        };
        return new FieldError(pointer(violation.getPropertyPath()), code, violation.getMessage());
    }

    public static FieldError of(JsonMappingException e, String code) {
        var pointer = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            pointer.append('/').append(step.getFieldName() == null ? step.getIndex() : escape(step.getFieldName()));
        }
        return of(pointer.toString(), code);
    }

    /** An error at a JSON pointer. */
    public static FieldError of(String pointer, String code) {
        return new FieldError(pointer, code, Messages.field(code));
    }

    private static String pointer(Path path) {
        var pointer = new StringBuilder();
        var nodes = StreamSupport.stream(path.spliterator(), false).toList();
        boolean insideParameter = nodes.stream().anyMatch(node -> node.getKind() == ElementKind.PROPERTY);
        for (Path.Node node : nodes) {
            boolean shown = node.getKind() == ElementKind.PROPERTY
                    || (node.getKind() == ElementKind.PARAMETER
                            && !insideParameter
                            && nodes.getLast().equals(node));
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getKey() != null) {
                pointer.append('/').append(escape(node.getKey().toString()));
            }
            if (shown) {
                pointer.append('/').append(escape(node.getName()));
            }
        }
        return pointer.toString();
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
