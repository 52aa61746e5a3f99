package ee.sild.opportunity.state;

/** Why the customer did not buy. */
public enum LostReason {
    PRICE,
    COMPETITOR,
    NO_DECISION,
    NO_BUDGET,
    OTHER
}
