package ee.sild.opportunity.state;

/** How far the partner has progressed with the customer. */
public enum Phase {
    PROSPECT,
    CONTACTING,
    INTEREST_CONFIRMED,
    QUOTING,
    CLOSING
}
