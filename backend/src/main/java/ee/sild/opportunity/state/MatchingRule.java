package ee.sild.opportunity.state;

/**
 * The conditions that a partner must fulfil to get an opportunity, in whatever way. The database function
 * {@code eligibility} evaluates them.
 */
public enum MatchingRule {
    /** It is active, and its time in the programme has not ended. */
    IN_PROGRAMME,
    /** It works in the opportunity's territory, or in one around it. */
    TERRITORY,
    /** It has every required competency. */
    COMPETENCIES,
    /**
     * The estimated value lies within the partner's revenue band. A value without an exchange rate is above all bands.
     */
    REVENUE_BAND,
    /** It works on fewer opportunities than its capacity allows. */
    CAPACITY,
    /** It has not declined or returned this opportunity, or let its offer expire. */
    NOT_REFUSED,
    /**
     * No other partner has exclusivity for this company, on any of its records, and, if the opportunity has product
     * lines, for one of them.
     */
    NO_OTHER_REGISTRATION,
    /** The calendar of its tier has enough business hours for the answer time within two years. */
    ANSWER_TIME;

    /**
     * Whether it still binds a partner that an opportunity was offered to, or that brought it. The other rules say who
     * is given work.
     */
    public boolean isLasting() {
        return this == IN_PROGRAMME || this == NO_OTHER_REGISTRATION;
    }
}
