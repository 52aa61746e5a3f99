package ee.sild.registration.approval;

/** Who takes a step of the approval. An administrator can stand in for anyone. */
public enum Approver {
    /** Any channel manager. */
    CHANNEL_MANAGER,
    /** The partner's channel manager; any channel manager if it has none. */
    PARTNERS_CHANNEL_MANAGER,
    ADMIN,
    /** A named user. */
    PERSON
}
