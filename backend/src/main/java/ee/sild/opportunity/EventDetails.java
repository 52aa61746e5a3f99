package ee.sild.opportunity;

import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.opportunity.state.MatchingRule;
import ee.sild.platform.Money;
import ee.sild.platform.Ref;

/** The reason for an event, and the values before and after it. */
@JsonInclude(Include.NON_NULL)
@Schema(description = "The reason, and the values before and after")
public record EventDetails(
        @Schema(nullable = true, description = "The status, phase or date before")
        String from,

        @Schema(nullable = true, description = "The status, phase or date after")
        String to,

        @Schema(nullable = true) String reasonCode,
        @Schema(nullable = true) String reason,
        @Schema(nullable = true) Money value,
        @Schema(nullable = true) LocalDate date,

        @Schema(nullable = true, description = "The partner or user that is involved")
        Ref with,

        @Schema(nullable = true) List<FieldChange> changes,

        @Schema(nullable = true, description = "The rules of eligibility that staff have overridden")
        List<MatchingRule> rules) {

    public static final EventDetails NONE = new EventDetails(null, null, null, null, null, null, null, null, null);

    /** An edited field. */
    @JsonInclude(Include.NON_NULL)
    public record FieldChange(
            @Schema(description = "The path of the field in the opportunity", examples = "value.estimated")
            String field,

            @Schema(nullable = true) String before,
            @Schema(nullable = true) String after) {}

    static EventDetails moved(Enum<?> from, Enum<?> to) {
        return new EventDetails(from.name(), to.name(), null, null, null, null, null, null, null);
    }

    static EventDetails postponed(LocalDate from, LocalDate to) {
        return new EventDetails(from.toString(), to.toString(), null, null, null, null, null, null, null);
    }

    static EventDetails edited(List<FieldChange> changes) {
        return new EventDetails(null, null, null, null, null, null, null, changes, null);
    }

    public static EventDetails with(Ref other) {
        return new EventDetails(null, null, null, null, null, null, other, null, null);
    }

    public EventDetails because(String code, String text) {
        return new EventDetails(from, to, code, text, value, date, with, changes, rules);
    }

    EventDetails changing(List<FieldChange> fields) {
        return new EventDetails(from, to, reasonCode, reason, value, date, with, fields, rules);
    }

    EventDetails worth(Money amount, LocalDate on) {
        return new EventDetails(from, to, reasonCode, reason, amount, on, with, changes, rules);
    }

    EventDetails overriding(List<MatchingRule> overridden) {
        return new EventDetails(from, to, reasonCode, reason, value, date, with, changes, overridden);
    }
}
