package ee.sild.distribution.offer;

/** Why a partner declines an opportunity. */
public enum DeclineReason {
    NOT_OUR_REGION,
    NOT_OUR_COMPETENCE,
    NO_CAPACITY,
    CUSTOMER_CONFLICT,
    UNCLEAR_NEED,
    DUPLICATE,
    OTHER
}
