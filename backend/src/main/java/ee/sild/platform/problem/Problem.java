package ee.sild.platform.problem;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An error as described in RFC 9457. */
@JsonInclude(Include.NON_NULL)
@Schema(description = "A problem as defined by RFC 9457")
public record Problem(
        @Schema(description = "The URI of the kind of problem", examples = "/problems/opportunity.transition")
        String type,

        @Schema(
                description = "The kind of problem, in the language of the caller",
                examples = "The opportunity is not in a state for this")
        String title,

        @Schema(description = "The HTTP status code", examples = "409")
        int status,

        @Schema(description = "An explanation of this occurrence, in the language of the caller", nullable = true)
        String detail,

        @Schema(
                description = "The stable, dotted code of the kind of problem, for use in programs",
                examples = "opportunity.transition")
        String code,

        @Schema(
                description = "The ID under which the request is found in the server's log",
                examples = "4bf92f3577b34da6a3ce929d0e0e4736")
        String traceId,

        @Schema(description = "All invalid fields", nullable = true)
        List<FieldError> errors) {

    /** One invalid field. */
    @Schema(description = "An invalid field")
    public record FieldError(
            @Schema(
                    description = "The JSON pointer of the field, or the name of the parameter after a slash",
                    examples = "/customer/name")
            String pointer,

            @Schema(description = "The stable code of the error, for use in programs", examples = "required")
            String code,

            @Schema(description = "What is wrong, in the language of the caller", examples = "must not be empty")
            String detail) {}
}
