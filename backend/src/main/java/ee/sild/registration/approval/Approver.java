package ee.sild.registration.approval;

/** Who takes a step of the approval. An administrator can stand in for anybody. */
public enum Approver {
    /** Any of them. */
    CHANNEL_MANAGER,
    /** The one who looks after the partner; any of them where nobody does. */
    PARTNERS_CHANNEL_MANAGER,
    ADMIN,
    /** Somebody by name. */
    PERSON
}
