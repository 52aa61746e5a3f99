package ee.sild.opportunity.state;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;

import ee.sild.platform.VendorDays;
import ee.sild.platform.problem.RuleViolation;

/**
 * The date by which a partner closes an opportunity.
 *
 * @param dueOn null until it is set or a partner starts to work on it
 * @param extensions how many times it was moved
 * @param extensionRequest the partner's request that waits for staff; null for none
 */
@Embeddable
public record DueDate(
        LocalDate dueOn, int extensions, @Embedded ExtensionRequest extensionRequest) {

    public static final DueDate NONE = new DueDate(null, 0, null);
    /** How many days a partner has to close an accepted opportunity, if no due date was set. */
    private static final int DEFAULT_DAYS = 90;

    /** Staff set it. A pending request is answered if the new date grants it. */
    public DueDate on(LocalDate date) {
        boolean granted = isRequested() && date != null && !date.isBefore(extensionRequest.dueOn());
        return new DueDate(date, extensions, granted ? null : extensionRequest);
    }

    /** A partner starts to work: it is due at the planned closing date if that is in the future. */
    public DueDate orDefault(LocalDate planned, Instant now) {
        if (dueOn != null) {
            return this;
        }
        var today = today(now);
        return new DueDate(
                planned != null && planned.isAfter(today) ? planned : today.plusDays(DEFAULT_DAYS),
                extensions,
                extensionRequest);
    }

    public DueDate requesting(ExtensionRequest request) {
        return new DueDate(dueOn, extensions, request);
    }

    public DueDate withoutRequest() {
        return new DueDate(dueOn, extensions, null);
    }

    public DueDate extendedTo(LocalDate next) {
        return new DueDate(next, extensions + 1, null);
    }

    public boolean isRequested() {
        return extensionRequest != null;
    }

    /** The latest due date that a partner may set without asking. */
    public Optional<LocalDate> extendableUntil(int times, int days, Instant now) {
        return extensions >= times ? Optional.empty() : Optional.of(orToday(now).plusDays(days));
    }

    public LocalDate orToday(Instant now) {
        return dueOn == null ? today(now) : dueOn;
    }

    /** The date so far. Throws if the next one is not later. */
    public LocalDate requireEarlierThan(LocalDate next, Instant now) {
        var before = orToday(now);
        if (!next.isAfter(before)) {
            throw new RuleViolation("opportunity.extension-backwards", before);
        }
        return before;
    }

    private static LocalDate today(Instant now) {
        return VendorDays.of(now);
    }
}
