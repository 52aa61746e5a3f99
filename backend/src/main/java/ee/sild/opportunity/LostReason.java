package ee.sild.opportunity;

/** Why the customer did not buy. */
public enum LostReason {
    PRICE,
    COMPETITOR,
    NO_DECISION,
    NO_BUDGET,
    OTHER
}
