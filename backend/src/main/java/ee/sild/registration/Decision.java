package ee.sild.registration;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.persistence.Embeddable;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What was decided on a registration last, by whom and why. Empty until then. */
@Embeddable
class Decision {

    private UUID decidedBy;
    private Instant decidedAt;
    private String reasonCode;
    private String reason;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] requestedFields = {};

    protected Decision() {
        // for Hibernate
    }

    private Decision(UUID by, Instant at, String code, String why, String[] fields) {
        this.decidedBy = by;
        this.decidedAt = at;
        this.reasonCode = code;
        this.reason = why;
        this.requestedFields = fields;
    }

    static Decision none() {
        return new Decision();
    }

    static Decision of(String code, String why, UUID by, Instant at) {
        return new Decision(by, at, code, why, new String[0]);
    }

    /** The decision to ask for more information. */
    static Decision asking(List<RequestedField> fields, String what, UUID by, Instant at) {
        return new Decision(
                by,
                at,
                null,
                what,
                fields.stream().distinct().sorted().map(Enum::name).toArray(String[]::new));
    }

    /** The same decision with another reason. */
    Decision because(String code, String why) {
        return new Decision(decidedBy, decidedAt, code, why, requestedFields);
    }

    /** Null for an automatic decision, and if nothing was decided. */
    UUID decidedBy() {
        return decidedBy;
    }

    Instant decidedAt() {
        return decidedAt;
    }

    String reasonCode() {
        return reasonCode;
    }

    String reason() {
        return reason;
    }

    List<RequestedField> requestedFields() {
        return Stream.of(requestedFields).map(RequestedField::valueOf).toList();
    }
}
