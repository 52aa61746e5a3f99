package ee.sild.opportunity.state;

/** Why a partner returns an opportunity. */
public enum ReturnReason {
    NO_INTEREST,
    NO_RESPONSE,
    TIMEFRAME_OVER_12_MONTHS,
    BOUGHT_FROM_COMPETITOR,
    BOUGHT_FROM_ANOTHER_PARTNER,
    NO_FUNDING,
    BAD_CONTACT_DETAILS,
    OTHER
}
