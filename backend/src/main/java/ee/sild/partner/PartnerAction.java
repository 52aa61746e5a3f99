package ee.sild.partner;

/** What the caller may do to a partner now. */
public enum PartnerAction {
    EDIT,
    ACTIVATE,
    SUSPEND,
    INVITE_USER
}
