package ee.sild.customer.duplicate;

import java.util.UUID;

import jakarta.persistence.Tuple;

import ee.sild.customer.MatchedBy;

/** A customer that may be the same company as another one, as the database finds it. */
record SameCompany(Tuple row) {

    UUID id() {
        return row.get("id", UUID.class);
    }

    MatchedBy by() {
        return MatchedBy.valueOf(row.get("by", String.class));
    }

    /** From 0 to 1, in hundredths. */
    double likeness() {
        return Math.round(((Number) row.get("likeness")).doubleValue() * 100) / 100.0;
    }

    long count(String column) {
        return ((Number) row.get(column)).longValue();
    }
}
