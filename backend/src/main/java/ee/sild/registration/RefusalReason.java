package ee.sild.registration;

/** Why exclusivity is refused. */
public enum RefusalReason {
    CUSTOMER_CONFLICT,
    DIRECT_CUSTOMER,
    DUPLICATE,
    NOT_QUALIFIED,
    INSUFFICIENT_INFORMATION,
    OTHER
}
