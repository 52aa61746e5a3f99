package ee.sild.notification;

/** Who is notified of an event. The function {@code notified_users} finds the users. */
enum Audience {
    /** The admins and managers of the partner that it happened with. */
    OFFERED_PARTNER,
    /**
     * The vendor users responsible for the opportunity: its owner, or without an owner its creator; and who made the
     * last offer. If the owner cannot sign in any more, the partner's channel manager instead, otherwise the admins.
     */
    RESPONSIBLE_STAFF,
    /** The users who work on it at its partners; the admins and managers of a partner that has assigned no one. */
    WORKING_USERS,
    /** The user that it happened with. */
    ASSIGNEE,
    /** The user who created the opportunity. */
    CREATOR,
    /** The partner's channel manager, if it has one; the admins if they cannot sign in any more. */
    CHANNEL_MANAGER,
    /** The partner's channel manager; if there is none, all of them. The admins if they cannot sign in any more. */
    CHANNEL_MANAGERS,
    /**
     * The approvers of the next step: a named user, or all with the role. Of the channel managers, only the partner's
     * own if it has one. Administrators replace approvers who have left.
     */
    STEP_APPROVERS,
    /** All admins and channel managers. */
    PROGRAMME_STAFF
}
