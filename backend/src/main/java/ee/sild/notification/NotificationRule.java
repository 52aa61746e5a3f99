package ee.sild.notification;

import java.util.List;
import java.util.Set;

import ee.sild.identity.NotificationKind;
import ee.sild.timeline.EventKind;
import ee.sild.timeline.TimelineEvent;

import static ee.sild.notification.Audience.ASSIGNEE;
import static ee.sild.notification.Audience.CHANNEL_MANAGER;
import static ee.sild.notification.Audience.CHANNEL_MANAGERS;
import static ee.sild.notification.Audience.CREATOR;
import static ee.sild.notification.Audience.OFFERED_PARTNER;
import static ee.sild.notification.Audience.PROGRAMME_STAFF;
import static ee.sild.notification.Audience.RESPONSIBLE_STAFF;
import static ee.sild.notification.Audience.STEP_APPROVERS;
import static ee.sild.notification.Audience.WORKING_USERS;
import static ee.sild.notification.NotificationDetail.ANSWER_BY;
import static ee.sild.notification.NotificationDetail.COMPANY;
import static ee.sild.notification.NotificationDetail.EVENT;
import static ee.sild.notification.NotificationDetail.OUTCOME;
import static ee.sild.notification.NotificationDetail.REASON;

/**
 * Who is notified of an event, and of what.
 *
 * @param details what the notification says besides its kind
 * @param byStaffOnly whether only events that a vendor user caused are worth a notification
 */
record NotificationRule(
        NotificationKind kind, Audience audience, Set<NotificationDetail> details, boolean byStaffOnly) {

    /** The notifications of a kind of event; most kinds notify nobody. */
    static List<NotificationRule> of(EventKind event) {
        return switch (event) {
            case CREATED -> List.of(rule(NotificationKind.TO_APPROVE, CHANNEL_MANAGER, COMPANY));
            case APPROVED -> List.of(rule(NotificationKind.APPROVED, CREATOR));
            case REJECTED -> List.of(rule(NotificationKind.REJECTED, CREATOR));
            case DELIVERED -> List.of(rule(NotificationKind.DELIVERED, OFFERED_PARTNER, ANSWER_BY));
            case REMINDED -> List.of(rule(NotificationKind.REMINDER, OFFERED_PARTNER, ANSWER_BY));
            case ACCEPTED, CLAIMED -> List.of(rule(NotificationKind.ACCEPTED, RESPONSIBLE_STAFF, COMPANY));
            case DECLINED -> List.of(rule(NotificationKind.DECLINED, RESPONSIBLE_STAFF, COMPANY, REASON));
            case EXPIRED ->
                List.of(
                        rule(NotificationKind.EXPIRED, RESPONSIBLE_STAFF, COMPANY),
                        rule(NotificationKind.EXPIRED, OFFERED_PARTNER, COMPANY));
            case RECALLED -> List.of(rule(NotificationKind.RECALLED, OFFERED_PARTNER));
            case NO_PARTNER_LEFT -> List.of(rule(NotificationKind.NO_PARTNER_LEFT, RESPONSIBLE_STAFF));
            case COLLABORATOR_ADDED -> List.of(rule(NotificationKind.SHARED, OFFERED_PARTNER));
            case RETURNED, COLLABORATOR_LEFT ->
                List.of(rule(NotificationKind.RETURNED, RESPONSIBLE_STAFF, COMPANY, REASON));
            case ASSIGNED -> List.of(rule(NotificationKind.ASSIGNED, ASSIGNEE));
            case TAKEN_BACK -> List.of(rule(NotificationKind.TAKEN_BACK, OFFERED_PARTNER, REASON));
            case ALERTED ->
                List.of(
                        rule(NotificationKind.INACTIVE, RESPONSIBLE_STAFF, COMPANY, REASON),
                        rule(NotificationKind.INACTIVE, WORKING_USERS, COMPANY, REASON));
            case EXTENSION_REQUESTED -> List.of(rule(NotificationKind.EXTENSION_REQUESTED, RESPONSIBLE_STAFF, COMPANY));
            case EXTENSION_REFUSED -> List.of(rule(NotificationKind.EXTENSION_DECIDED, WORKING_USERS, OUTCOME));
            case EXTENDED ->
                List.of(rule(NotificationKind.EXTENSION_DECIDED, WORKING_USERS, OUTCOME)
                        .ifByStaff());
            case WON, LOST, CANCELED -> List.of(rule(NotificationKind.CLOSED, RESPONSIBLE_STAFF, COMPANY, EVENT));
            case REGISTRATION_SUBMITTED, REGISTRATION_REFERRED, REGISTRATION_REROUTED, REGISTRATION_STEP_APPROVED ->
                List.of(rule(NotificationKind.REGISTRATION_SUBMITTED, STEP_APPROVERS, COMPANY));
            case REGISTRATION_CHANGE_REQUESTED ->
                List.of(
                        rule(NotificationKind.REGISTRATION_SUBMITTED, STEP_APPROVERS, COMPANY, EVENT),
                        rule(NotificationKind.REGISTRATION_DECIDED, WORKING_USERS, EVENT));
            case REGISTRATION_CHANGE_APPROVED, REGISTRATION_CHANGE_REJECTED ->
                List.of(
                        rule(NotificationKind.REGISTRATION_DECIDED, WORKING_USERS, EVENT),
                        rule(NotificationKind.REGISTRATION_DECIDED, RESPONSIBLE_STAFF, EVENT));
            case REGISTRATION_DUE -> List.of(rule(NotificationKind.REGISTRATION_DUE, STEP_APPROVERS, COMPANY));
            case REGISTRATION_OVERDUE -> List.of(rule(NotificationKind.REGISTRATION_OVERDUE, PROGRAMME_STAFF, COMPANY));
            case REGISTRATION_APPROVED,
                    REGISTRATION_REJECTED,
                    REGISTRATION_RETURNED,
                    REGISTRATION_REVOKED,
                    REGISTRATION_EXPIRED,
                    REGISTRATION_EXTENDED,
                    REGISTRATION_EXTENSION_REFUSED ->
                List.of(rule(NotificationKind.REGISTRATION_DECIDED, WORKING_USERS, EVENT));
            case REGISTRATION_OVERRIDDEN -> List.of(rule(NotificationKind.EXCLUSIVITY_OVERRIDDEN, WORKING_USERS));
            case REGISTRATION_ENDING -> List.of(rule(NotificationKind.REGISTRATION_ENDING, WORKING_USERS));
            case REGISTRATION_EXTENSION_REQUESTED ->
                List.of(rule(NotificationKind.REGISTRATION_SUBMITTED, CHANNEL_MANAGERS, COMPANY, EVENT));
            default -> List.of();
        };
    }

    private static NotificationRule rule(NotificationKind kind, Audience audience, NotificationDetail... details) {
        return new NotificationRule(kind, audience, Set.of(details), false);
    }

    private NotificationRule ifByStaff() {
        return new NotificationRule(kind, audience, details, true);
    }

    boolean shows(NotificationDetail detail) {
        return details.contains(detail);
    }

    /** The code of the reason that the notification gives; null for none. */
    String reasonCode(TimelineEvent event) {
        if (shows(REASON)) {
            return event.details().reasonCode();
        }
        if (shows(OUTCOME)) {
            return event.kind() == EventKind.EXTENDED ? "EXTENDED" : "REFUSED";
        }
        return shows(EVENT) ? event.kind().name() : null;
    }
}
