package ee.sild.distribution.matching;

/** The conditions that a partner must fulfil to be offered an opportunity. */
public enum MatchingRule {
    /** It is active, and its time in the programme has not ended. */
    IN_PROGRAMME,
    /** It works in the opportunity's territory, or in one around it. */
    TERRITORY,
    /** It has every required competency. */
    COMPETENCIES,
    /** The estimated value lies within the partner's revenue band. */
    REVENUE_BAND,
    /** It works on fewer opportunities than its capacity allows. */
    CAPACITY,
    /** It has not declined or returned this opportunity, or let its offer expire. */
    NOT_REFUSED,
    /**
     * No other partner has an approved registration for this customer and, if the opportunity has product lines, for
     * one of them.
     */
    NO_OTHER_REGISTRATION
}
