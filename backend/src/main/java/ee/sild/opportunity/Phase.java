package ee.sild.opportunity;

/** How far the partner has come with the customer. */
public enum Phase {
    PROSPECT,
    CONTACTING,
    INTEREST_CONFIRMED,
    QUOTING,
    CLOSING
}
