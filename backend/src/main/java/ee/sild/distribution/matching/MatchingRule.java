package ee.sild.distribution.matching;

/** What a partner must fulfil to be offered an opportunity at all. */
public enum MatchingRule {
    /** It is active, and its time in the programme is not over. */
    IN_PROGRAMME,
    /** It works in the opportunity's territory, or in one around it. */
    TERRITORY,
    /** It has every competency that is required. */
    COMPETENCIES,
    /** The estimated value lies within the partner's revenue band. */
    REVENUE_BAND,
    /** It works on fewer opportunities than it can. */
    CAPACITY,
    /** It has neither declined nor returned this opportunity, nor let it expire. */
    NOT_REFUSED,
    /**
     * No other partner has an approved registration for this customer, and one of its product lines where it names
     * some.
     */
    NO_OTHER_REGISTRATION
}
